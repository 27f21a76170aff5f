package dev.safar.standalone.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads stretches of logs, committed records only. */
final class CommittedLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration patience;
    private final Map<String, Long> read = new TreeMap<>();

    CommittedLog(String bootstrapServers, Duration patience) {
        this.patience = patience;
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
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Reads what is committed of a partition, in order.
     *
     * @param end where to stop
     * @throws AuditFailedException if it can't be read that far
     */
    void read(TopicPartition partition, long begin, long end, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try {
            consumer.assign(List.of(partition));
            consumer.seek(partition, begin);
            long progressed = System.nanoTime();
            while (consumer.position(partition) < end) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> one : records) {
                    if (one.offset() < end) {
                        read.merge(partition.topic(), 1L, Long::sum);
                        reader.accept(one);
                    }
                }
                if (!records.isEmpty()) {
                    progressed = System.nanoTime();
                } else if (System.nanoTime() - progressed > patience.toNanos()) {
                    throw new AuditFailedException(
                            partition + " can't be read on from " + consumer.position(partition));
                }
            }
        } catch (KafkaException e) {
            throw new AuditFailedException(partition + " can't be read: " + e.getMessage(), e);
        }
    }

    /** How many records of each topic were read. */
    Map<String, Long> counts() {
        return read;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
