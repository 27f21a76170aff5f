package dev.safar.standalone.cli;

import dev.safar.contracts.Topics;
import dev.safar.standalone.app.StartFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topic that workspaces are published to. The engine creates it; here it is only waited for. */
final class DefinitionsTopic implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String servers;
    private final Admin admin;

    private DefinitionsTopic(String servers, Admin admin) {
        this.servers = servers;
        this.admin = admin;
    }

    /**
     * Finds the brokers.
     *
     * @throws StartFailure if that is no address of brokers
     */
    static DefinitionsTopic on(String servers) {
        try {
            return new DefinitionsTopic(
                    servers, Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers)));
        } catch (KafkaException e) {
            throw new StartFailure(servers + " are no brokers: " + e.getMessage(), e);
        }
    }

    /**
     * Returns when the topic is there.
     *
     * @throws StartFailure if it is not there in time, or no broker answers
     */
    void await(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!exists()) {
                if (System.nanoTime() - deadline > 0) {
                    throw new StartFailure("there is no topic '" + Topics.DEFINITIONS + "' on " + servers
                            + "; start journey-engine, which creates it");
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailure("Kafka at " + servers + " does not answer", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private boolean exists() throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.describeTopics(List.of(Topics.DEFINITIONS))
                    .allTopicNames()
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }
}
