package dev.safar.core.runtime;

import dev.safar.core.model.Assignment;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.ValueExpression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.stop;
import static dev.safar.core.runtime.Journeys.waitForEvent;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

/** What steps set off beside their own run. */
class ConsequencesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Step emit(String id, String event, int next) {
        return new Step.Emit(new StepId(id), event, Map.of(), next);
    }

    private static Step begin(String id, Optional<ValueExpression> key) {
        return new Step.Begin(new StepId(id), new JourneyId("other"), key, Map.of(), 1);
    }

    @Test
    void anEmittedEventHappensOnceAllElseIsDecided() {
        // given
        Life life = Life.reachable(workspace(
                journey("first", onAny("A"), List.of(), emit("emit", "B", 1), pause("pause", HOUR, 2)),
                journey("second", onAny("A"), List.of(stop("B")), pause("pause", HOUR, 1)),
                journey("third", onAny("A"), List.of(), waitForEvent("wait", "B", HOUR, 1, 1)),
                journey("fourth", onAny("B"), List.of(), pause("pause", HOUR, 1))));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied A",
                        "entered first '' as of 0m",
                        "emit emits B",
                        "waits at pause until 1h",
                        "entered second '' as of 0m",
                        "waits at pause until 1h",
                        "entered third '' as of 0m",
                        "waits at wait until 1h",
                        "applied B",
                        "finished second at pause: stopped: B",
                        "wait took then",
                        "finished third at wait: completed",
                        "entered fourth '' as of 0m",
                        "waits at pause until 1h");
    }

    @Test
    void whatATimerLetsHappenHasItsTime() {
        // given
        Life life = Life.reachable(workspace(
                journey("first", onAny("A"), List.of(), pause("pause", HOUR, 1), emit("emit", "B", 2)),
                journey("second", onAny("B"), List.of(), pause("pause", HOUR, 1))));
        life.event("0m", "A");

        // when
        List<String> decided = life.tick("1h");

        // then
        assertThat(decided)
                .containsExactly(
                        "emit emits B",
                        "finished first at emit: completed",
                        "applied B",
                        "entered second '' as of 1h",
                        "waits at pause until 2h");
    }

    @Test
    void aChainOfEventsEndsAfterSixteen() {
        // given
        Life life = Life.reachable(workspace(journey("circle", onAny("A"), List.of(), emit("emit", "A", 1))));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided).filteredOn("emit emits A"::equals).hasSize(Deliberation.DEPTH_LIMIT);
        assertThat(decided)
                .endsWith("refused A: too-deep", "finished circle at emit: completed")
                .filteredOn("applied A"::equals)
                .hasSize(1 + Deliberation.DEPTH_LIMIT);
    }

    @Test
    void soMuchFollowsFromOneEventAndNoMore() {
        // given
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < Deliberation.BREADTH_LIMIT + 2; i++) {
            steps.add(emit("emit-" + i, "B", i + 1));
        }
        Life life = Life.reachable(workspace(journey("chatty", onAny("A"), List.of(), steps.toArray(new Step[0]))));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided).filteredOn("applied B"::equals).hasSize(Deliberation.BREADTH_LIMIT);
        assertThat(decided).filteredOn("refused B: too-many"::equals).hasSize(2);
    }

    @Test
    void theEventThatSetOffOthersIsStillKnownWhenItComesAgain() {
        // given
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < Customer.MESSAGE_ID_LIMIT + 1; i++) {
            steps.add(emit("emit-" + i, "B", i + 1));
        }
        Life life = Life.reachable(workspace(journey("chatty", onAny("A"), List.of(), steps.toArray(new Step[0]))));
        Event event = life.of("0m", "A");
        life.input(event, Life.T0);

        // when
        List<Decision> decided = life.input(event, Life.T0);

        // then
        assertThat(decided).hasExactlyElementsOfTypes(CustomerDecision.EventIgnored.class);
    }

    @Test
    void aJourneyIsNotBegunWithoutTheKeyItsCallerWants() {
        // given
        Life life = Life.reachable(workspace(
                journey("caller", onAny("A"), List.of(), begin("begin", Optional.of(scope -> Optional.empty())))));

        // when
        List<String> decided = life.event("0m", "A");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied A",
                        "entered caller '' as of 0m",
                        "refused other: no-key",
                        "finished caller at begin: completed");
    }

    @Test
    void whatIsNoNumberIsNotAddedTo() {
        // given
        Step set = new Step.Set(
                new StepId("set"),
                List.of(add("plan", 1L), add("first_name", 1.5), add("points", Long.MAX_VALUE), add("coins", "one")),
                1);
        Life life = Life.reachable(workspace(journey("sums", onAny("A"), List.of(), set)));
        life.identify(Map.of("plan", 4L));

        // when
        life.event("0m", "A");
        life.event("1m", "A");

        // then
        assertThat(life.customer().attributes())
                .containsEntry("plan", 6L)
                .containsEntry("first_name", "Ada")
                .containsEntry("points", 2.0 * Long.MAX_VALUE)
                .doesNotContainKey("coins");
    }

    private static Assignment add(String name, Object value) {
        return new Assignment(Assignment.Target.CUSTOMER, name, Assignment.Operation.ADD, scope -> Optional.of(value));
    }

    @Test
    void aValueThatGrowsAndGrowsIsLeftAsItIs() {
        // given
        ValueExpression twice = scope -> Optional.of(
                scope.attributes().getOrDefault("text", "x").toString().repeat(2));
        Step set = new Step.Set(
                new StepId("set"),
                List.of(new Assignment(Assignment.Target.CUSTOMER, "text", Assignment.Operation.SET, twice)),
                1);
        Life life = Life.reachable(workspace(journey(
                "growing",
                new Start.OnEvent("A", Optional.empty(), Optional.empty(), Start.Again.PARALLEL),
                List.of(),
                set)));

        // when
        for (int i = 0; i < 40; i++) {
            life.event(i + "m", "A");
        }

        // then
        assertThat(life.customer().attributes().get("text").toString()).hasSize(8192);
    }
}
