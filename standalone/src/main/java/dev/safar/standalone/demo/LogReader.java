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

    private static final Duration POLL = Duration.ofMillis(20);

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
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.chronicle = chronicle;
        this.events = partitions(Topics.EVENTS);
        Stream<String> others =
                Stream.concat(Topics.messages().stream(), Stream.of(Topics.DECISIONS, Topics.DEAD_LETTERS));
        consumer.assign(Stream.concat(events.stream(), others.flatMap(topic -> partitions(topic).stream()))
                .toList());
    }

    /** How far {@link Topics#EVENTS} has been written. */
    Map<TopicPartition, Long> endOfEvents() {
        return Map.copyOf(consumer.endOffsets(events));
    }

    /** Whether all that was committed before this call has been read; reads some more if not. */
    boolean isAtEnd() {
        boolean atEnd = consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        if (!atEnd) {
            read();
        }
        return atEnd;
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
