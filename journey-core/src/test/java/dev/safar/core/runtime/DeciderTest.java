package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Start.Again;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.on;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

class DeciderTest {

    private static final Workspace CART = workspace(
            journey("cart", on("Product Added", Again.RESTART), List.of(), pause("p", Duration.ofHours(1), 1)));

    private final Life life = new Life(CART);

    private Event added(String messageId) {
        return new Event("Product Added", messageId, Life.T0, Map.of("cart_id", "c1"), Map.of(), false);
    }

    @Test
    void anEventAtAPositionAlreadyAppliedIsNothing() {
        // given
        life.input(added("x"), Life.T0);

        // when
        List<Decision> decided = life.decide(new Input.Occurred(added("x"), 0), Life.T0);

        // then
        assertThat(decided).isEmpty();
    }

    @Test
    void anotherEventAtAPositionAlreadyAppliedCounts() {
        // given
        life.input(added("x"), Life.T0);
        life.input(added("y"), Life.T0);

        // when
        List<Decision> decided = life.decide(new Input.Occurred(added("z"), 0), Life.T0);

        // then
        assertThat(decided)
                .first()
                .isEqualTo(new CustomerDecision.EventApplied(
                        "Product Added", "z", Life.T0, 0, Optional.of(Map.of()), Impression.PLAIN, Life.T0));
    }

    @Test
    void aRepeatedEventOnlyMovesThePosition() {
        // given
        life.input(added("x"), Life.T0);

        // when
        List<Decision> decided = life.input(added("x"), Life.at("1m"));

        // then
        assertThat(decided)
                .containsExactly(
                        new CustomerDecision.EventIgnored("Product Added", "x", 1, "duplicate", Life.at("1m")));
        assertThat(life.customer().offset()).isEqualTo(1);
    }

    @Test
    void theLastThirtyTwoMessageIdsAreRemembered() {
        // given
        for (int i = 0; i < 33; i++) {
            life.input(added("x" + i), Life.T0);
        }

        // when
        List<Decision> remembered = life.input(added("x1"), Life.T0);
        List<Decision> forgotten = life.input(added("x0"), Life.T0);

        // then
        assertThat(remembered).hasExactlyElementsOfTypes(CustomerDecision.EventIgnored.class);
        assertThat(forgotten).first().isInstanceOf(CustomerDecision.EventApplied.class);
    }

    @Test
    void eventsWithoutAnIdAreNeverRepetitions() {
        // given
        life.input(added(""), Life.T0);

        // when
        List<Decision> decided = life.input(added(""), Life.T0);

        // then
        assertThat(decided).first().isInstanceOf(CustomerDecision.EventApplied.class);
        assertThat(life.customer().recentMessageIds()).isEmpty();
    }

    @Test
    void anObservedEventIsCounted() {
        // when
        life.event("2m", "Product Added", "cart_id", "c1");
        life.late("1m", "3m", "Product Added", "cart_id", "c1");

        // then
        assertThat(life.customer().history())
                .isEqualTo(Map.of("Product Added", new EventHistory(2, Life.at("1m"), Life.at("2m"), List.of())));
    }

    @Test
    void anEventNobodyObservesLeavesNoHistory() {
        // when
        life.event("0m", "Product Viewed");

        // then
        assertThat(life.customer().history()).isEmpty();
    }

    @Test
    void theLastEightOccurrencesAreKeptWhereAConditionNeedsThem() {
        // when
        for (int i = 0; i < 10; i++) {
            life.event(i + "m", "Cart Emptied", "cart_id", "c" + i, "colour", "red");
        }

        // then
        assertThat(life.customer().history().get("Cart Emptied").recent())
                .hasSize(8)
                .startsWith(new EventHistory.Occurrence(Life.at("2m"), Map.of("cart_id", "c2")))
                .endsWith(new EventHistory.Occurrence(Life.at("9m"), Map.of("cart_id", "c9")));
    }

    @Test
    void aBranchGoesWhereItsConditionPoints() {
        // given
        Life branching = Life.reachable(workspace(journey(
                "cart",
                onAny("A"),
                List.of(),
                new Step.Branch(new StepId("twice"), scope -> scope.count("B") == 2, 1, 2),
                send("thanks", 3, Channel.EMAIL),
                send("reminder", 3, Channel.EMAIL))));
        branching.event("0m", "B");
        branching.event("0m", "B");

        // when
        List<String> decided = branching.event("1m", "A");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied A",
                        "entered cart '' as of 1m",
                        "twice took then",
                        "sends email thanks to ada@example.com due 1m",
                        "finished cart at thanks: completed");
    }

    @Test
    void anAuthorsStopEndsTheRunWithItsReason() {
        // given
        Life stopping = new Life(
                workspace(journey("cart", onAny("A"), List.of(), new Step.Stop(new StepId("stop"), "bought-again"))));

        // when
        List<String> decided = stopping.event("0m", "A");

        // then
        assertThat(decided)
                .containsExactly("applied A", "entered cart '' as of 0m", "finished cart at stop: bought-again");
    }

    @Test
    void aCircleWithoutAWaitFails() {
        // given
        Life circling = new Life(workspace(
                journey("cart", onAny("A"), List.of(), new Step.Branch(new StepId("again"), scope -> true, 0, 0))));

        // when
        circling.event("0m", "A");

        // then
        assertThat(Told.since(Life.T0, circling.decisions()))
                .endsWith("finished cart at again: failed: too many steps at once");
    }

    @Test
    void theEndsOfTimeAreNoObstacle() {
        // given
        Life eternal = new Life(
                workspace(journey("cart", onAny("A"), List.of(), pause("p", Duration.ofSeconds(Long.MAX_VALUE), 1))));
        Event last = new Event("A", "x", Instant.MAX, Map.of(), Map.of(), false);

        // when
        eternal.input(last, Instant.MAX);

        // then
        assertThat(eternal.customer().nextDue()).contains(Instant.MAX);
    }

    @Test
    void anEmptyJourneyIsOverAtOnce() {
        // given
        Life empty = new Life(workspace(journey("cart", onAny("A"), List.of())));

        // when
        List<String> decided = empty.event("0m", "A");

        // then
        assertThat(decided).containsExactly("applied A", "entered cart '' as of 0m", "finished cart at end: completed");
    }
}
