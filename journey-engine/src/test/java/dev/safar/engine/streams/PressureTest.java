package dev.safar.engine.streams;

import dev.safar.contracts.DecisionRecord;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** More than usual of everything: what is done at once stays bounded, and what comes of it is right. */
class PressureTest {

    private static final Instant T0 = JourneySimulation.T0;
    private static final String HOT = "hot";
    private static final Workspace NAPS = Journeys.cart(
            """
            steps:
              - { id: nap, wait: 1h }
              - { stop: napped }
            """);

    @Test
    void aCustomerWithHalfOfAllEventsStaysSmallAndChangesNothingForOthers() {
        for (Workspace workspace : List.of(ShippedWorkspace.compiled(), ShippedWorkspace.examples())) {
            // when
            Shopping calm = shop(workspace, false);
            Shopping busy = shop(workspace, true);

            // then
            assertThat(busy.othersHear()).isEqualTo(calm.othersHear()).isNotEmpty();
            assertThat(busy.bytesOfHot()).isBetween(1, 20_000);
        }
    }

    @Test
    void thousandsOfTimersDueWithinASecondFireInSlicesWithEventsInBetween() {
        // given
        int customers = 4_000;
        int slice = 500;
        var limits =
                new EngineLimits(1_000, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(1), slice);
        try (var simulation = new JourneySimulation(() -> NAPS, limits, T0)) {
            for (int i = 0; i < customers; i++) {
                simulation.track("c" + i, "Product Added", T0.plusMillis(i % 1_000), cart(i));
            }
            simulation.decisions();
            simulation.passUnnoticed(Duration.ofHours(1).plusSeconds(1));

            // when
            List<Integer> slices = new ArrayList<>();
            List<String> ended = new ArrayList<>();
            simulation.tick(simulation.now());
            while (ended.size() < customers) {
                List<String> endings = Journeys.endings(simulation);
                slices.add(endings.size());
                ended.addAll(endings);
                simulation.track("new-" + slices.size(), "Product Added", cart(0));
                assertThat(simulation.decisions())
                        .extracting(DecisionRecord::type)
                        .startsWith("entered");
                simulation.punctuate();
            }

            // then
            assertThat(slices).hasSize(customers / slice).containsOnly(slice);
            assertThat(ended).doesNotHaveDuplicates();
        }
    }

    @Test
    void minutesOfBacklogAreWorkedOffBeforeAnyTimerFires() {
        try (var simulation = new JourneySimulation(NAPS)) {
            // given
            int customers = 300;
            IntStream.range(0, customers).forEach(i -> simulation.track("c" + i, "Product Added", T0, cart(i)));
            simulation.passUnnoticed(Duration.ofMinutes(70));

            // when
            List<String> duringBacklog = new ArrayList<>();
            for (int i = 0; i < customers; i++) {
                Instant appended = T0.plus(Duration.ofMinutes(55)).plusSeconds(2L * i);
                simulation.passUnnoticed(Duration.ofSeconds(1)).tick(appended);
                if (i % 2 == 0) {
                    simulation.track("c" + i, "Order Completed", appended, Map.of());
                }
                if (i % 10 == 0) {
                    simulation.punctuate();
                }
                duringBacklog.addAll(Journeys.endings(simulation));
            }
            simulation.tick(simulation.now());
            List<String> after = Journeys.endings(simulation);

            // then
            assertThat(duringBacklog)
                    .hasSize(customers / 2)
                    .allMatch(ending -> ending.endsWith(" stopped: Order Completed"));
            assertThat(after).hasSize(customers / 2).allMatch(ending -> ending.endsWith(" napped"));
        }
    }

    /** What customers hear who have nothing to do with the one who is hot. */
    private record Shopping(List<String> othersHear, int bytesOfHot) {}

    private static Shopping shop(Workspace workspace, boolean busy) {
        List<String> kinds = List.of(
                "Product Viewed",
                "Product Added",
                "Checkout Started",
                "Order Completed",
                "Product Used",
                "Order Refunded",
                "Complaint Opened");
        try (var simulation = new JourneySimulation(workspace)) {
            int others = 40;
            IntStream.range(0, others).forEach(i -> simulation.customer("c" + i));
            simulation.customer(HOT);
            for (int i = 0; i < 560; i++) {
                simulation.pass(Duration.ofMinutes(4));
                String kind = kinds.get((i / others) % kinds.size());
                simulation.track("c" + i % others, kind, things(i));
                if (busy) {
                    simulation.track(HOT, kinds.get(i % kinds.size()), things(i));
                }
            }
            List<String> heard = simulation.messages().stream()
                    .filter(message -> !message.contains(" " + HOT + " "))
                    .toList();
            return new Shopping(heard, simulation.storedBytes(HOT));
        }
    }

    private static Map<String, Object> things(int i) {
        return Map.of(
                "cart_id",
                "cart-" + i,
                "cart_total",
                50 + i,
                "order_id",
                "order-" + i,
                "total",
                50 + i,
                "product_id",
                "p-" + i,
                "name",
                "product " + i,
                "complaint_id",
                "x-" + i);
    }

    private static Map<String, Object> cart(int i) {
        return Map.of("cart_id", "c" + i);
    }
}
