package dev.safar.standalone.demo;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.Headers;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed in the topics, from their beginning, into a chronicle. */
final class LogReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(10);
    private static final int FETCH_WAIT_MILLIS = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> events;
    private final Chronicle chronicle;

    LogReader(String bootstrapServers, Chronicle chronicle) {
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
                        FETCH_WAIT_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.chronicle = chronicle;
        this.events = partitions(Topics.EVENTS);
        Stream<String> others =
                Stream.concat(Topics.messages().stream(), Stream.of(Topics.DECISIONS, Topics.DEAD_LETTERS));
        consumer.assign(Stream.concat(events.stream(), others.flatMap(topic -> partitions(topic).stream()))
                .toList());
    }

    /** Those of {@link Topics#EVENTS}. */
    List<TopicPartition> events() {
        return events;
    }

    /** All that are read. */
    Set<TopicPartition> partitions() {
        return consumer.assignment();
    }

    /** Whether all before these offsets has been read; reads some more if not. */
    boolean hasReached(Map<TopicPartition, Long> offsets) {
        boolean reached =
                offsets.entrySet().stream().allMatch(offset -> consumer.position(offset.getKey()) >= offset.getValue());
        if (!reached) {
            read();
        }
        return reached;
    }

    /** Reads what there is, waiting a little if there is nothing. */
    void read() {
        consumer.poll(POLL).forEach(this::take);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .collect(Collectors.toUnmodifiableList());
    }

    private void take(ConsumerRecord<byte[], byte[]> entry) {
        switch (entry.topic()) {
            case Topics.EVENTS -> {
                if (!isTick(entry)) {
                    chronicle.add(ContractJson.read(entry.value(), CustomerEvent.class));
                }
            }
            case Topics.DECISIONS -> chronicle.add(ContractJson.read(entry.value(), DecisionRecord.class));
            case Topics.DEAD_LETTERS -> chronicle.add(ContractJson.read(entry.value(), DeadLetter.class));
            default -> chronicle.add(ContractJson.read(entry.value(), MessageCommand.class));
        }
    }

    private static boolean isTick(ConsumerRecord<byte[], byte[]> entry) {
        Header type = entry.headers().lastHeader(Headers.TYPE);
        return type != null && new String(type.value(), StandardCharsets.UTF_8).equals(Headers.TYPE_TICK);
    }
}
