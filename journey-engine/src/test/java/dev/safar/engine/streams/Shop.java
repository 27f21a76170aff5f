package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events to a broker as event-ingest does. */
final class Shop implements AutoCloseable {

    private final InstantSource clock;
    private final KafkaProducer<String, byte[]> producer;
    private int calls;

    Shop(String bootstrapServers, InstantSource clock) {
        this.clock = clock;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    void customer(String id) {
        Map<String, Object> traits =
                Map.of("email", id + "@example.com", "first_name", id, "consents", List.of("email"));
        write(new CustomerEvent(
                "identify", null, id, id, null, nextId(), now(), now(), null, traits, null, "test", false));
    }

    void track(String customer, String event, Map<String, Object> properties) {
        write(new CustomerEvent(
                "track",
                event,
                customer,
                customer,
                null,
                nextId(),
                now(),
                now(),
                properties,
                null,
                null,
                "test",
                false));
    }

    void garbage(String customer) {
        var record = new ProducerRecord<>(Topics.EVENTS, customer, "no event".getBytes(StandardCharsets.UTF_8));
        send(record, "track", "Product Added");
    }

    @Override
    public void close() {
        producer.close();
    }

    private void write(CustomerEvent event) {
        var record = new ProducerRecord<>(Topics.EVENTS, event.customerId(), ContractJson.write(event));
        send(record, event.type(), event.event());
    }

    private void send(ProducerRecord<String, byte[]> record, String type, String event) {
        record.headers().add(Headers.TYPE, type.getBytes(StandardCharsets.UTF_8));
        if (event != null) {
            record.headers().add(Headers.EVENT, event.getBytes(StandardCharsets.UTF_8));
        }
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private String nextId() {
        calls++;
        return "call-" + calls;
    }
}
