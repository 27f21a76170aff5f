package dev.safar.benchmarks.live;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Hears of messages of the probes as dispatch would: when they are committed. */
final class Outbox implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ObjLongConsumer<MessageCommand> listener;
    private final Thread thread = new Thread(this::listen, "bench-outbox");

    /**
     * Listens from now on.
     *
     * @param listener gets each message and when it came, in nanoseconds of {@link System#nanoTime}
     */
    Outbox(String bootstrapServers, int partitions, ObjLongConsumer<MessageCommand> listener) {
        this.listener = listener;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(Topics.MESSAGES_EMAIL, partition))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        thread.start();
    }

    /**
     * Ends a measurement.
     *
     * @throws IllegalStateException if nobody has been listening any more
     */
    void requireListening() {
        if (!thread.isAlive()) {
            throw new IllegalStateException("messages could not be read");
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (consumer) {
            while (true) {
                var records = consumer.poll(POLL);
                long now = System.nanoTime();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    listener.accept(ContractJson.read(record.value(), MessageCommand.class), now);
                }
            }
        } catch (WakeupException e) {
            // closing
        }
    }
}
