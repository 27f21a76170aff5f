package dev.safar.standalone.chaos.recovery;

import dev.safar.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the events are written, and how far the engines have come. */
public final class Offsets implements AutoCloseable {

    private static final String ENGINE_GROUP = "safar-engine";
    private static final int ANSWER_MILLIS = 2_000;

    private final Admin admin;
    private final List<TopicPartition> events;

    public Offsets(String bootstrapServers, int partitions) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS / 2));
        this.events = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(Topics.EVENTS, partition))
                .toList();
    }

    /** Where each partition ends; empty while a broker does not answer. */
    public Optional<Map<Integer, Long>> ends() {
        return answer(admin.listOffsets(events.stream()
                                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                        .all())
                .map(ends -> byPartition(ends, end -> end.offset()));
    }

    /** Up to where the engines have committed; empty while a broker does not answer. */
    public Optional<Map<Integer, Long>> committed() {
        return answer(admin.listConsumerGroupOffsets(ENGINE_GROUP).partitionsToOffsetAndMetadata())
                .map(offsets -> byPartition(offsets, offset -> offset == null ? 0L : offset.offset()));
    }

    /** Which partitions an engine has at this moment; none while a broker does not answer. */
    public Set<Integer> partitionsOf(String engine) {
        return answer(admin.describeConsumerGroups(List.of(ENGINE_GROUP))
                        .describedGroups()
                        .get(ENGINE_GROUP))
                .map(group -> group.members().stream()
                        .filter(member -> member.groupInstanceId()
                                .filter(id -> id.startsWith(engine + "-"))
                                .isPresent())
                        .flatMap(member -> member.assignment().topicPartitions().stream())
                        .map(TopicPartition::partition)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> Map<Integer, Long> byPartition(Map<TopicPartition, T> offsets, Function<T, Long> value) {
        Map<Integer, Long> byPartition = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (partition.topic().equals(Topics.EVENTS)) {
                byPartition.put(partition.partition(), value.apply(offset));
            }
        });
        return byPartition;
    }

    private static <T> Optional<T> answer(KafkaFuture<T> question) {
        try {
            return Optional.of(question.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
