package dev.safar.benchmarks.pressure;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Topics;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.JourneyId;
import dev.safar.engine.definition.DefinitionPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A shop with a journey that waits for an hour, and the events that begin it. */
final class NapShop implements AutoCloseable {

    /** What the engine's clock says until its hour passes. */
    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    /** The journey that waits. */
    static final JourneyId JOURNEY = new JourneyId("nap");

    private static final WorkspaceFiles WORKSPACE = new WorkspaceFiles(
            Map.of(
                    "workspace.yaml",
                    "zone: UTC\n",
                    "glance.yaml",
                    """
            journey: glance
            owner: bench@shop.example
            start: { on: Product Viewed, key: event.cart_id }
            steps: [ { stop: seen } ]
            """,
                    "nap.yaml",
                    """
            journey: nap
            owner: bench@shop.example
            start: { on: Product Added, key: event.cart_id }
            stop: [ { on: Order Completed } ]
            steps:
              - { id: nap, wait: 1h }
              - { stop: napped }
            """));

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    /** Opens on a broker that has the topics. */
    NapShop(String bootstrapServers) {
        if (!(WorkspaceCompiler.compile(WORKSPACE) instanceof Compilation.Compiled compiled)) {
            throw new IllegalStateException("the workspace has errors");
        }
        try (var publisher = new DefinitionPublisher(bootstrapServers)) {
            publisher.publish(WORKSPACE, compiled.workspace());
        }
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5, "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** One event for each of so many customers. */
    void fillCarts(int customers) {
        for (int i = 0; i < customers; i++) {
            fillCart("customer-" + i);
        }
        producer.flush();
    }

    void fillCart(String customer) {
        post("Product Added", customer);
    }

    /** An event that begins and ends a run of another journey at once. */
    void glance(String customer) {
        post("Product Viewed", customer);
    }

    private void post(String name, String customer) {
        var event = new CustomerEvent(
                "track",
                name,
                customer,
                customer,
                null,
                "m-" + customer,
                START,
                START,
                Map.of("cart_id", "c-" + customer),
                null,
                null,
                "bench",
                false);
        var record = new ProducerRecord<>(Topics.EVENTS, customer, ContractJson.write(event));
        record.headers().add(Headers.TYPE, "track".getBytes(StandardCharsets.UTF_8));
        record.headers().add(Headers.EVENT, name.getBytes(StandardCharsets.UTF_8));
        var unused = producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
