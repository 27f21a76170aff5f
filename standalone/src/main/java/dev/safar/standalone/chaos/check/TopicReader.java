package dev.safar.standalone.chaos.check;

import dev.safar.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed in the topics, from their beginning on. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Observed observed;

    TopicReader(String bootstrapServers, Observed observed) {
        this.observed = observed;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        50),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(Stream.of(
                        Stream.of(Topics.EVENTS, Topics.DEAD_LETTERS, Topics.DISPATCH_LEDGER),
                        Topics.messages().stream())
                .flatMap(topics -> topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
    }

    /** Reads until there is nothing more at the moment. */
    void readOn() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        while (!records.isEmpty()) {
            records.forEach(observed::take);
            records = consumer.poll(POLL);
        }
    }

    /** Whether it has read up to here. */
    boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    List<TopicPartition> partitions() {
        return List.copyOf(consumer.assignment());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
