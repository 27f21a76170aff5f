package dev.safar.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server$;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.loader.MetadataLoader;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A controller and a broker, started as {@link KafkaRaftServer} does but for one thing: the broker waits until the controllers
 * have noticed that the one before it is gone.
 *
 * <p>After a kill they take it for alive until its session is over. A broker that starts meanwhile believes that it still
 * leads its partitions, and takes up their transactions before it can write to them. When then nobody leads them for a
 * moment, Kafka's coordinator takes them for deleted, and leaves out the marks that end a transaction: it stays open for
 * ever, and nothing behind it is read any more. Waiting costs no time, since a broker is not let in any sooner.
 */
final class CombinedNode {

    private static final Logger LOG = LoggerFactory.getLogger(CombinedNode.class);

    /** Many sessions; where there is no majority of controllers, the broker's own start has to tell. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final ControllerServer controller;
    private final BrokerServer broker;

    private CombinedNode(SharedServer shared, ControllerServer controller) {
        this.controller = controller;
        this.broker = new BrokerServer(shared);
    }

    /** Starts the node that the settings describe, of which the directory is formatted; returns when it has joined its cluster. */
    static CombinedNode start(Map<String, String> settings) {
        var config = new KafkaConfig(settings, false);
        var prepared = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        var properties = prepared._1();
        var metrics = Server$.MODULE$.initializeMetrics(
                config, Time.SYSTEM, properties.clusterId().orElseThrow());
        var quorum = config.quorumConfig();
        var shared = new SharedServer(
                config,
                properties,
                Time.SYSTEM,
                metrics,
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        var node =
                new CombinedNode(shared, new ControllerServer(shared, KafkaRaftServer.configSchema(), prepared._2()));
        node.start(shared, config.nodeId());
        return node;
    }

    private void start(SharedServer shared, int id) {
        controller.startup();
        awaitEndOfPredecessor(shared.loader(), id);
        broker.startup();
    }

    private static void awaitEndOfPredecessor(MetadataLoader loader, int id) {
        var predecessor = new Predecessor(id);
        try {
            loader.installPublishers(List.of(predecessor))
                    .thenCompose(installed -> predecessor.gone)
                    .thenCompose(gone -> loader.removeAndClosePublisher(predecessor))
                    .get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "No controller has told within {} s that the former broker {} is gone",
                    LONGEST_WAIT.toSeconds(),
                    id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the controllers' log can't be followed", e);
        }
    }

    void shutdown() {
        broker.shutdown();
        controller.shutdown();
    }

    void awaitShutdown() {
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    /** The broker that was here before, as the controllers see it. */
    private static final class Predecessor implements MetadataPublisher {

        private final int id;
        private final CompletableFuture<Void> gone = new CompletableFuture<>();

        Predecessor(int id) {
            this.id = id;
        }

        @Override
        public String name() {
            return "predecessor of " + id;
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            BrokerRegistration registered = image.cluster().broker(id);
            if (registered == null || registered.fenced()) {
                gone.complete(null);
            }
        }

        @Override
        public void close() {
            gone.complete(null);
        }
    }
}
