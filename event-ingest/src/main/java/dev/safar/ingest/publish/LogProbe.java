package dev.safar.ingest.publish;

import dev.safar.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;

/** Tells whether events can be written at the moment. */
public final class LogProbe implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 2000;

    private final Admin admin;

    public LogProbe(PublishSettings settings) {
        this.admin = Admin.create(settings.client(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS)));
    }

    /** Whether the broker answers and every partition of the log has a leader; takes two seconds at most. */
    public boolean writable() {
        try {
            TopicDescription log = admin.describeTopics(List.of(Topics.EVENTS))
                    .allTopicNames()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .get(Topics.EVENTS);
            return log.partitions().stream()
                    .allMatch(partition ->
                            partition.leader() != null && !partition.leader().isEmpty());
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
