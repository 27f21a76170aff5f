package dev.safar.standalone.log;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what is committed in the logs: a span of one after the other, or all of several from their beginnings on. It joins no group and
 * stores no offsets. Not for several threads.
 */
public final class CommittedLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int AT_ONCE = 5_000;
    /** Short, since whoever reads says for how long there is something to wait for. */
    private static final int FETCH_WAIT_MILLIS = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> counts = new TreeMap<>();

    private CommittedLog(String bootstrapServers) {
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
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        AT_ONCE,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        FETCH_WAIT_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** For spans. */
    public static CommittedLog open(String bootstrapServers) {
        return new CommittedLog(bootstrapServers);
    }

    /** For all partitions of topics, from their beginnings on. */
    public static CommittedLog follow(String bootstrapServers, Collection<String> topics) {
        CommittedLog log = new CommittedLog(bootstrapServers);
        log.consumer.assign(topics.stream()
                .flatMap(topic -> log.consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        return log;
    }

    /** Those that are followed. */
    public Set<TopicPartition> partitions() {
        return consumer.assignment();
    }

    /** Reads some more of what is followed, waiting this long if there is nothing; whether there was something. */
    public boolean readOn(Duration wait, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(wait);
        records.forEach(one -> take(one, reader));
        return !records.isEmpty();
    }

    /** Whether all before these offsets of what is followed has been read. */
    public boolean hasReached(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream().allMatch(offset -> consumer.position(offset.getKey()) >= offset.getValue());
    }

    /**
     * Reads a span, in order; nothing else is followed any more.
     *
     * @param patience how long to wait for what comes next
     * @throws UnreadableLogException if it can't be read that far
     */
    public void read(Span span, Duration patience, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        TopicPartition partition = span.partition();
        try {
            consumer.assign(List.of(partition));
            consumer.seek(partition, span.begin());
            long progressed = System.nanoTime();
            while (consumer.position(partition) < span.end()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> one : records) {
                    if (one.offset() < span.end()) {
                        take(one, reader);
                    }
                }
                if (!records.isEmpty()) {
                    progressed = System.nanoTime();
                } else if (System.nanoTime() - progressed > patience.toNanos()) {
                    throw new UnreadableLogException(
                            partition + " can't be read on from " + consumer.position(partition));
                }
            }
        } catch (KafkaException e) {
            throw new UnreadableLogException(partition + " can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * The first offset that a log still has: from there on, what was read of it before has no gap.
     *
     * @throws UnreadableLogException if that can't be had in time
     */
    public long begin(TopicPartition partition, Duration patience) {
        try {
            return consumer.beginningOffsets(List.of(partition), patience).get(partition);
        } catch (KafkaException e) {
            throw new UnreadableLogException(partition + " can't be read: " + e.getMessage(), e);
        }
    }

    /** How many records of each topic were read. */
    public Map<String, Long> counts() {
        return counts;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> one, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        counts.merge(one.topic(), 1L, Long::sum);
        reader.accept(one);
    }
}
