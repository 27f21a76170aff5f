package dev.safar.kafka;

import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.kafka.KafkaTopics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.metadata.storage.FormatterException;

/**
 * One Kafka node (KRaft, broker and controller) in this JVM, on loopback. Its data stays in its directory and is there
 * again after a restart.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** Constant, so that a directory formatted once can be opened again. */
    private static final String CLUSTER_ID = "c2FmYXItc2FmYXItMDAwMQ";

    private static final int START_TIMEOUT_SECONDS = 60;

    private final CombinedNode server;
    private final Endpoint endpoint;

    private EmbeddedKafka(CombinedNode server, Endpoint endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /**
     * Starts a node and waits until it answers.
     *
     * @param directory where its data is, or will be
     * @throws IllegalStateException if it does not answer within a minute
     */
    public static EmbeddedKafka start(Path directory, Endpoint endpoint) {
        NodeSpec node = NodeSpec.alone(directory, endpoint);
        CombinedNode server = start(node.id(), directory, node.settings());
        EmbeddedKafka kafka = new EmbeddedKafka(server, endpoint);
        kafka.awaitAnswer();
        return kafka;
    }

    /** For clients: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return endpoint.bootstrapServers();
    }

    /** Creates those of the topics that are not there yet, without replicas. */
    public void createTopics(Collection<TopicSpec> specs) {
        KafkaTopics.createMissing(bootstrapServers(), specs, (short) 1);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Starts the node that the settings describe; returns when it has joined its cluster. */
    static CombinedNode start(int id, Path directory, Map<String, String> settings) {
        formatOnce(id, directory);
        return CombinedNode.start(settings);
    }

    private static void formatOnce(int id, Path directory) {
        try {
            Files.createDirectories(directory);
            if (Files.exists(directory.resolve("meta.properties"))) {
                return;
            }
            Formatter formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(id)
                    .setControllerListenerName(NodeSettings.CONTROLLER)
                    .setMetadataLogDirectory(directory.toString());
            formatter.addDirectory(directory.toString());
            formatter.run();
        } catch (IOException e) {
            throw new UncheckedIOException("can't use " + directory + " for the broker's data", e);
        } catch (FormatterException e) {
            throw new IllegalStateException("can't format " + directory + " for the broker's data", e);
        } catch (Exception e) {
            throw new IllegalStateException("can't prepare " + directory + " for the broker's data", e);
        }
    }

    private void awaitAnswer() {
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get(START_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            close();
            throw notAnswering(e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    private IllegalStateException notAnswering(Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException("the embedded broker on " + bootstrapServers() + " does not answer", cause);
    }
}
