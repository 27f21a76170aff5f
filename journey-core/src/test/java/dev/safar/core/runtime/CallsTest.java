package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallsTest {

    private static final String CARE =
            """
            journey: care
            start: { called: true, key: event.ticket }
            steps:
              - if: run.start.urgent
                then: [ { stop: urgent } ]
              - { id: pause, wait: 1h }
            """;

    private final Life life = new Life(Compiled.workspace(Map.of("care.yaml", CARE)));

    @Test
    void aCallOfTheShopBeginsTheJourneyItNames() {
        // when
        List<String> calm = life.event("0m", "Journey Called", "journey", "care", "ticket", "t1", "urgent", false);
        List<String> urgent = life.event("0m", "Journey Called", "journey", "care", "ticket", "t2", "urgent", true);
        List<String> other = life.event("0m", "Journey Called", "journey", "cure", "ticket", "t3");

        // then
        assertThat(calm)
                .containsExactly(
                        "applied Journey Called",
                        "entered care 't1' as of 0m",
                        "if-run-start-urgent took else",
                        "waits at pause until 1h");
        assertThat(urgent)
                .containsExactly(
                        "applied Journey Called",
                        "entered care 't2' as of 0m",
                        "if-run-start-urgent took then",
                        "finished care at stop-urgent: urgent");
        assertThat(other).containsExactly("applied Journey Called");
    }

    @Test
    void aCallFollowsTheRulesOfEvents() {
        // when
        List<String> late = life.late("0m", "49h", "Journey Called", "journey", "care", "ticket", "t1");
        List<String> keyless = life.event("50h", "Journey Called", "journey", "care");

        // then
        assertThat(late).containsExactly("applied Journey Called", "not entered care 't1': too-old");
        assertThat(keyless).containsExactly("applied Journey Called", "not entered care '': no-key");
    }

    @Test
    void aStepBeginsTheJourneyItNames() {
        // given
        Starts starts = starts();
        Deliberation deliberation = new Deliberation(workspace(), life.customer(), Map.of(), Life.T0);

        // when
        starts.called(calling("care", "", Map.of("ticket", "t1")), deliberation);
        starts.called(calling("care", "mine", Map.of("urgent", true)), deliberation);
        starts.called(calling("care", "", Map.of()), deliberation);
        starts.called(calling("cure", "", Map.of("ticket", "t1")), deliberation);

        // then
        assertThat(Told.since(Life.T0, deliberation.outcome().decisions()))
                .containsExactly(
                        "entered care 't1' as of 0m",
                        "if-run-start-urgent took else",
                        "waits at pause until 1h",
                        "entered care 'mine' as of 0m",
                        "if-run-start-urgent took then",
                        "finished care at stop-urgent: urgent",
                        "not entered care '': no-key");
    }

    @Test
    void theSameCauseIsTheSameRun() {
        // given
        Starts starts = starts();
        Deliberation one = new Deliberation(workspace(), life.customer(), Map.of(), Life.T0);
        Deliberation other = new Deliberation(workspace(), life.customer(), Map.of(), Life.at("1h"));

        // when
        starts.called(calling("care", "k", Map.of()), one);
        starts.called(calling("care", "k", Map.of()), other);

        // then
        assertThat(one.customer().runs().get(0).id())
                .isEqualTo(other.customer().runs().get(0).id());
    }

    private static Starts starts() {
        Workspace workspace = workspace();
        return new Starts(workspace, new Outbox(workspace), new Stops(workspace));
    }

    private static Consequence.Calling calling(String journey, String key, Map<String, Object> start) {
        return new Consequence.Calling(new JourneyId(journey), key, start, "run/step");
    }

    private static Workspace workspace() {
        return Compiled.workspace(Map.of("care.yaml", CARE));
    }
}
