package dev.safar.standalone.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the brokers know of the logs: where they begin and end, and how far their readers have come. */
final class Cluster implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;

    private final Admin admin;
    private final Duration patience;

    Cluster(String bootstrapServers, Duration patience) {
        this.patience = patience;
        try {
            this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        } catch (KafkaException e) {
            throw new AuditFailedException(bootstrapServers + " are no brokers: " + e.getMessage(), e);
        }
    }

    /**
     * All partitions of topics.
     *
     * @throws AuditFailedException if one of the topics is not there
     */
    List<TopicPartition> partitions(Collection<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        Map<String, TopicDescription> found =
                get("the topics", admin.describeTopics(topics).allTopicNames());
        found.forEach((topic, description) -> description
                .partitions()
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        return partitions;
    }

    Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /**
     * Where the logs end, with every transaction under way at this moment decided: what it wrote is before the end if it
     * was committed. In each log the end lies between two transactions.
     *
     * @throws AuditFailedException if a transaction stays open for too long
     */
    Map<TopicPartition, Long> cut(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> written = offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Map<TopicPartition, Long> decided = offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
            List<TopicPartition> open = partitions.stream()
                    .filter(partition -> decided.get(partition) < written.get(partition))
                    .toList();
            if (open.isEmpty()) {
                return decided;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AuditFailedException("a transaction stays open in " + open.get(0) + " for more than "
                        + patience.toSeconds() + " seconds; what is behind it can't be read");
            }
            pause();
        }
    }

    /** Up to where a group has come with each partition that it has begun. */
    Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, OffsetAndMetadata> offsets = get(
                "the offsets of " + group, admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> committed = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec which, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found = get(
                "the ends of the logs",
                admin.listOffsets(wanted, new ListOffsetsOptions(isolation)).all());
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }

    private <T> T get(String what, KafkaFuture<T> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditFailedException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new AuditFailedException(
                        "not all topics of Safar are there; is this its cluster, and the engine's --application-id right?",
                        e);
            }
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw notThere(e);
            }
            throw new AuditFailedException(
                    what + " can't be had: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw notThere(e);
        }
    }

    private static AuditFailedException notThere(Exception cause) {
        return new AuditFailedException(
                "no broker answers; are they running, and reachable from here under these names?", cause);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditFailedException("interrupted", e);
        }
    }
}
