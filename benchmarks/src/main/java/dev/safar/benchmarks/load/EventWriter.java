package dev.safar.benchmarks.load;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events into the log as ingest does. */
public final class EventWriter implements AutoCloseable {

    private static final Duration PROMPTLY = Duration.ofMillis(5);
    private static final Duration IN_BULK = Duration.ofMillis(20);

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private EventWriter(String bootstrapServers, Duration linger) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        131_072,
                        ProducerConfig.LINGER_MS_CONFIG,
                        linger.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One that fills its batches. */
    public static EventWriter inBulk(String bootstrapServers) {
        return new EventWriter(bootstrapServers, IN_BULK);
    }

    /** One that lets nothing wait longer than Kafka's producers do by themselves. */
    public static EventWriter promptly(String bootstrapServers) {
        return new EventWriter(bootstrapServers, PROMPTLY);
    }

    /**
     * Sends an event on its way.
     *
     * @return the bytes of its value
     */
    public int send(CustomerEvent event) {
        var record = new ProducerRecord<>(Topics.EVENTS, event.customerId(), ContractJson.write(event));
        record.headers().add(Headers.TYPE, event.type().getBytes(StandardCharsets.UTF_8));
        if (event.event() != null) {
            record.headers().add(Headers.EVENT, event.event().getBytes(StandardCharsets.UTF_8));
        }
        var unused = producer.send(record, (written, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
        return record.value().length;
    }

    /**
     * Returns when the broker has all of them.
     *
     * @throws IllegalStateException if it has not taken one
     */
    public void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("an event could not be written", failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
