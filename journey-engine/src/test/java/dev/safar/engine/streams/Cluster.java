package dev.safar.engine.streams;

import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import dev.safar.core.model.JourneyId;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import static org.awaitility.Awaitility.await;

/** A broker with the shipped journeys, and as many engine instances in this JVM as a test starts. */
final class Cluster implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");

    private static final JourneyId CART = new JourneyId("abandoned-cart");

    final VirtualClock clock = new VirtualClock(T0);
    final Shop shop;

    private final Path directory;
    private final EmbeddedKafka kafka;
    private final Map<String, JourneyStreams> running = new HashMap<>();
    private final Map<String, MeterRegistry> registries = new HashMap<>();

    Cluster(Path directory, int partitions) {
        this.directory = directory;
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), Endpoint.free());
        kafka.createTopics(TopicSpec.all(partitions));
        try (var publisher = new DefinitionPublisher(kafka.bootstrapServers())) {
            publisher.publish(ShippedWorkspace.files(), ShippedWorkspace.compiled());
        }
        shop = new Shop(kafka.bootstrapServers(), clock);
    }

    /** An instance with a state folder of its own; it may not have any task yet. */
    JourneyStreams start(String id, UnaryOperator<Membership> membership) {
        EngineSettings settings = EngineSettings.local(kafka.bootstrapServers(), directory.resolve(id))
                .withIntervals(Duration.ofMillis(50), Duration.ofMillis(20))
                .withMembership(membership.apply(Membership.of(id)));
        var registry = new SimpleMeterRegistry();
        var engine = new JourneyStreams(settings, clock, registry);
        engine.start();
        running.put(id, engine);
        registries.put(id, registry);
        return engine;
    }

    void stop(String id) {
        running.remove(id).close();
    }

    void awaitReady() {
        await().atMost(PATIENCE).until(() -> running.values().stream().allMatch(JourneyStreams::ready));
    }

    void awaitSettled() {
        await().atMost(PATIENCE).until(() -> running.values().stream()
                .allMatch(engine -> engine.ready() && engine.settledAt(clock.instant())));
    }

    /** Customers for whom something has been written, over all instances; -1 while a store can't be asked. */
    long customers() {
        try {
            return running.keySet().stream().mapToLong(this::customersOf).sum();
        } catch (StoresUnavailableException e) {
            return -1;
        }
    }

    long customersOf(String id) {
        return running.get(id).census().customers();
    }

    /** Carts that wait to be reminded of, over all instances. */
    long waiting() {
        return running.values().stream()
                .mapToLong(engine -> engine.tally().of(CART).waiting())
                .sum();
    }

    double count(String id, String meter) {
        return registries.get(id).get(meter).counter().count();
    }

    List<String> reminded() {
        return Reader.all(kafka.bootstrapServers(), Topics.MESSAGES_EMAIL, MessageCommand.class).stream()
                .filter(command -> command.template().equals("cart-reminder"))
                .map(MessageCommand::customerId)
                .toList();
    }

    /** Customers who fill their carts, one after another. */
    List<String> fillCarts(String prefix, int count) {
        List<String> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String customer = prefix + i;
            shop.customer(customer);
            shop.track(customer, "Product Added", Map.of("cart_id", "c-" + customer, "cart_total", 50));
            customers.add(customer);
        }
        return customers;
    }

    @Override
    public void close() {
        running.values().forEach(JourneyStreams::close);
        shop.close();
        kafka.close();
    }
}
