package dev.safar.engine.streams;

import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.TopicSpec;
import dev.safar.contracts.Topics;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.definition.DefinitionPublisher;
import dev.safar.kafka.EmbeddedKafka;
import dev.safar.kafka.Endpoint;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

class JourneyStreamsIT {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> CUSTOMERS =
            IntStream.range(0, 12).mapToObj(i -> "customer-" + i).toList();

    @TempDir
    Path directory;

    private final VirtualClock clock = new VirtualClock(T0);
    private EmbeddedKafka kafka;
    private Shop shop;

    @BeforeEach
    void start() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), Endpoint.free());
        kafka.createTopics(TopicSpec.all(2));
        try (var publisher = new DefinitionPublisher(kafka.bootstrapServers())) {
            publisher.publish(ShippedWorkspace.files(), ShippedWorkspace.compiled());
        }
        shop = new Shop(kafka.bootstrapServers(), clock);
    }

    @AfterEach
    void stop() {
        shop.close();
        kafka.close();
    }

    @Test
    void sendsEachMessageOnceAndPutsAsideWhatItCannotRead() {
        try (JourneyStreams engine = engine("state")) {
            // given
            CUSTOMERS.forEach(this::fillsCart);
            shop.garbage("customer-0");
            awaitDue(engine, T0.plus(Duration.ofHours(1)));

            // when
            clock.set(T0.plus(Duration.ofHours(1)));
            awaitSettled(engine);

            // then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(reminders())
                    .extracting(MessageCommand::customerId)
                    .containsExactlyInAnyOrderElementsOf(CUSTOMERS));
            assertThat(reminders()).allMatch(command -> command.tickOffset() >= 0 && command.tickPartition() >= 0);
            assertThat(Reader.all(kafka.bootstrapServers(), Topics.DEAD_LETTERS, DeadLetter.class))
                    .extracting(DeadLetter::key, DeadLetter::reason)
                    .containsExactly(tuple("customer-0", "not the JSON of a CustomerEvent"));
        }
    }

    @Test
    void sendsLateToWhoIsStillWaitingAndNothingToWhoOrderedDuringAnOutage() {
        // given
        try (JourneyStreams engine = engine("state")) {
            CUSTOMERS.forEach(this::fillsCart);
            awaitDue(engine, T0.plus(Duration.ofHours(1)));
        }
        clock.set(T0.plus(Duration.ofHours(2)));
        CUSTOMERS.subList(0, 6).forEach(this::orders);

        // when
        try (JourneyStreams engine = engine("state")) {
            awaitSettled(engine);

            // then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(reminders())
                    .extracting(MessageCommand::customerId, MessageCommand::dueAt, MessageCommand::requestedAt)
                    .containsExactlyInAnyOrderElementsOf(CUSTOMERS.subList(6, 12).stream()
                            .map(customer ->
                                    tuple(customer, T0.plus(Duration.ofHours(1)), T0.plus(Duration.ofHours(2))))
                            .toList()));
        }
    }

    @Test
    void aNewMachineTakesUpWhereTheOldOneStopped() {
        // given
        Census before;
        try (JourneyStreams engine = engine("old")) {
            CUSTOMERS.forEach(this::fillsCart);
            awaitDue(engine, T0.plus(Duration.ofHours(1)));
            await().atMost(PATIENCE).until(() -> engine.census().customers() == CUSTOMERS.size());
            before = engine.census();
        }

        // when
        try (JourneyStreams engine = engine("new")) {

            // then
            assertThat(engine.census()).isEqualTo(before);
            assertThat(engine.nextDue()).contains(T0.plus(Duration.ofHours(1)));
        }
    }

    private JourneyStreams engine(String stateDir) {
        EngineSettings settings = EngineSettings.local(kafka.bootstrapServers(), directory.resolve(stateDir))
                .withIntervals(Duration.ofMillis(50), Duration.ofMillis(20));
        var engine = new JourneyStreams(settings, clock, new SimpleMeterRegistry());
        engine.start();
        await().atMost(PATIENCE).until(engine::ready);
        return engine;
    }

    private void fillsCart(String customer) {
        shop.customer(customer);
        shop.track(customer, "Product Added", Map.of("cart_id", "c-" + customer, "cart_total", 50));
    }

    private void orders(String customer) {
        shop.track(customer, "Order Completed", Map.of("order_id", "o-" + customer, "total", 50));
    }

    private void awaitDue(JourneyStreams engine, Instant due) {
        await().atMost(PATIENCE)
                .until(() -> engine.nextDue().filter(due::equals).isPresent()
                        && engine.tally().journeys().values().stream()
                                        .mapToLong(c -> c.waiting())
                                        .sum()
                                == CUSTOMERS.size());
    }

    private void awaitSettled(JourneyStreams engine) {
        await().atMost(PATIENCE).until(() -> engine.settledAt(clock.instant()));
    }

    private List<MessageCommand> reminders() {
        return Reader.all(kafka.bootstrapServers(), Topics.MESSAGES_EMAIL, MessageCommand.class).stream()
                .filter(command -> command.template().equals("cart-reminder"))
                .toList();
    }
}
