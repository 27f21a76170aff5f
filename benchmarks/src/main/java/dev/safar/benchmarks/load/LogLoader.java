package dev.safar.benchmarks.load;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes loads into the log as ingest does, only in larger batches. */
public final class LogLoader {

    private LogLoader() {}

    /**
     * Returns when the broker has all of it.
     *
     * @return the bytes of all values
     * @throws IllegalStateException if the broker did not take it
     */
    public static long write(Load load, String bootstrapServers) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        long bytes = 0;
        try (var producer = producer(bootstrapServers)) {
            var traffic = new ShopTraffic(load);
            while (traffic.hasNext()) {
                ProducerRecord<String, byte[]> record = toRecord(traffic.next());
                bytes += record.value().length;
                var unused = producer.send(record, (written, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the load could not be written", failure.get());
        }
        return bytes;
    }

    /** An event as a record of the log, with the headers by which readers pass over what they don't need. */
    public static ProducerRecord<String, byte[]> toRecord(CustomerEvent event) {
        var record = new ProducerRecord<>(Topics.EVENTS, event.customerId(), ContractJson.write(event));
        record.headers().add(Headers.TYPE, event.type().getBytes(StandardCharsets.UTF_8));
        if (event.event() != null) {
            record.headers().add(Headers.EVENT, event.event().getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        return new KafkaProducer<>(
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
                        20),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
