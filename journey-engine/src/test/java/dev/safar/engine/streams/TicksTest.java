package dev.safar.engine.streams;

import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Time passes for a task only when a tick says so that came through its partition, and only while that tick is fresh. */
class TicksTest {

    private static final Workspace WORKSPACE = ShippedWorkspace.compiled();
    private static final Map<String, Object> CART = Map.of("cart_id", "c1", "cart_total", 50);
    private static final Instant T0 = JourneySimulation.T0;

    @Test
    void aStaleTickFiresNothing() {
        try (var simulation = new JourneySimulation(WORKSPACE)) {
            // given
            simulation.customer("ada").track("ada", "Product Added", CART);
            simulation.passUnnoticed(Duration.ofHours(1).plusSeconds(11));

            // when
            simulation.tick(T0.plus(Duration.ofHours(1)));

            // then
            assertThat(simulation.messages()).isEmpty();

            // and when
            simulation.tick(simulation.now());

            // then
            assertThat(simulation.messages()).containsExactly("PT1H11S ada email cart-reminder");
        }
    }

    @Test
    void aTickFromTheFutureIsPassedOver() {
        try (var simulation = new JourneySimulation(WORKSPACE)) {
            // given
            simulation.customer("ada").track("ada", "Product Added", CART);

            // when
            simulation.tick(T0.plus(Duration.ofHours(2)));

            // then
            assertThat(simulation.messages()).isEmpty();
        }
    }

    @Test
    void anOrderThatWasAppendedBeforeTheTickIsHeeded() {
        try (var simulation = new JourneySimulation(WORKSPACE)) {
            // given
            simulation.customer("ada").track("ada", "Product Added", CART);
            simulation.passUnnoticed(Duration.ofHours(3));

            // when
            simulation.track("ada", "Order Completed", Map.of("order_id", "o1")).tick(simulation.now());

            // then
            assertThat(simulation.messages()).isEmpty();
        }
    }

    @Test
    void whatIsDueWhenItArrivesWaitsForAnotherTick() {
        try (var simulation = new JourneySimulation(WORKSPACE)) {
            // given
            simulation.customer("ada").passUnnoticed(Duration.ofHours(3)).tick(T0.plus(Duration.ofHours(3)));

            // when
            simulation.track("ada", "Product Added", T0, CART).punctuate();

            // then
            assertThat(simulation.messages()).isEmpty();
            assertThat(simulation.nextDue())
                    .contains(T0.plus(Duration.ofHours(3)).plusMillis(1));

            // and when
            simulation.passUnnoticed(Duration.ofSeconds(1)).tick(simulation.now());

            // then
            assertThat(simulation.messages()).containsExactly("PT3H1S ada email cart-reminder");
        }
    }

    @Test
    void aTaskWritesATickAtOnceThenWhenATimerIsDueAndNowAndThen() {
        try (var simulation = new JourneySimulation(WORKSPACE)) {
            // given
            simulation.customer("ada").track("ada", "Product Added", CART);

            // when
            simulation.punctuate().punctuate();
            simulation.passUnnoticed(Duration.ofSeconds(5)).punctuate().punctuate();
            simulation.passUnnoticed(Duration.ofMinutes(59).plusSeconds(53)).punctuate();
            simulation.passUnnoticed(Duration.ofSeconds(2)).punctuate().punctuate();

            // then
            assertThat(simulation.ticksWritten())
                    .containsExactly(
                            T0,
                            T0.plusSeconds(5),
                            T0.plus(Duration.ofMinutes(59)).plusSeconds(58),
                            T0.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void aClockThatIsPutBackHoldsTicksUpNoLongerThanItIsWrong() {
        try (var simulation = new JourneySimulation(WORKSPACE)) {
            // given
            simulation.passUnnoticed(Duration.ofDays(1)).punctuate();

            // when
            simulation.passUnnoticed(Duration.ofDays(-1)).punctuate().punctuate();

            // then
            assertThat(simulation.ticksWritten()).containsExactly(T0.plus(Duration.ofDays(1)), T0);
        }
    }

    @Test
    void timersThatFallDueCloseTogetherShareATick() {
        try (var simulation = new JourneySimulation(WORKSPACE)) {
            // given
            simulation.customer("ada").track("ada", "Product Added", CART);
            simulation.passUnnoticed(Duration.ofMillis(30));
            simulation.customer("bob").track("bob", "Product Added", CART);
            simulation.passUnnoticed(Duration.ofHours(1).minusMillis(30)).punctuate();
            simulation.tick(simulation.now());

            // when
            simulation.passUnnoticed(Duration.ofMillis(30)).punctuate();
            simulation.passUnnoticed(Duration.ofMillis(70)).punctuate();

            // then
            Instant due = T0.plus(Duration.ofHours(1));
            assertThat(simulation.ticksWritten()).containsExactly(due, due.plusMillis(100));
        }
    }

    @Test
    void manyTimersFireInSlices() {
        // given
        var limits = new EngineLimits(1_000, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(1), 4);
        try (var simulation = new JourneySimulation(() -> WORKSPACE, limits, T0)) {
            List<String> customers =
                    IntStream.range(0, 10).mapToObj(i -> "c" + i).toList();
            customers.forEach(customer -> simulation.customer(customer).track(customer, "Product Added", CART));
            simulation.passUnnoticed(Duration.ofHours(1));

            // when
            simulation.tick(simulation.now());
            List<String> first = simulation.messages();
            List<String> second = simulation.punctuate().messages();
            List<String> third = simulation.punctuate().messages();

            // then
            assertThat(List.of(first.size(), second.size(), third.size())).containsExactly(4, 4, 2);
            assertThat(simulation.punctuate().messages()).isEmpty();
        }
    }

    @Test
    void aSliceThatHasNoTimeLeftFiresNothingUntilTheNext() {
        // given
        var limits = new EngineLimits(1_000, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ZERO, 100);
        try (var simulation = new JourneySimulation(() -> WORKSPACE, limits, T0)) {
            simulation.customer("ada").track("ada", "Product Added", CART);

            // when
            simulation.passUnnoticed(Duration.ofHours(1)).tick(simulation.now());

            // then
            assertThat(simulation.messages()).isEmpty();
            assertThat(simulation.nextDue()).contains(T0.plus(Duration.ofHours(1)));
        }
    }
}
