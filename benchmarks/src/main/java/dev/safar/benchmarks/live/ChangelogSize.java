package dev.safar.benchmarks.live;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.process.Stage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How much an engine has to read to have its state again. */
final class ChangelogSize {

    private static final String TOPIC = Contenders.SAFAR.group() + "-customers-changelog";

    private ChangelogSize() {}

    /** Records in the changelog, as far as its offsets tell: compaction leaves gaps, transactions take places. */
    static long records(String bootstrapServers) {
        List<TopicPartition> partitions = IntStream.range(0, Stage.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return sum(consumer.endOffsets(partitions)) - sum(consumer.beginningOffsets(partitions));
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
