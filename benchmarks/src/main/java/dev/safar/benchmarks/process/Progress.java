package dev.safar.benchmarks.process;

import dev.safar.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far a group of consumers is in the log, by what it has committed: the same for whoever consumes, at no cost for them. */
public final class Progress implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 30;
    private static final List<TopicPartition> PARTITIONS = IntStream.range(0, Stage.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.EVENTS, partition))
            .toList();

    private final Admin admin;
    private final String group;

    public Progress(String bootstrapServers, String group) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.group = group;
    }

    /** Records of the log that have been processed and committed, over all partitions. */
    public long committed() {
        return positions().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Where each partition of the log ends by now. */
    public Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> latest =
                PARTITIONS.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Whether every partition has been processed and committed up to there. */
    public boolean hasReached(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> positions = positions();
        return ends.entrySet().stream().allMatch(end -> positions.get(end.getKey()) >= end.getValue());
    }

    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : PARTITIONS) {
            OffsetAndMetadata offset = committed.get(partition);
            positions.put(partition, offset == null ? 0 : offset.offset());
        }
        return positions;
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker does not say how far the consumers are", e);
        }
    }
}
