package dev.safar.core.scenario;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Event;
import dev.safar.core.runtime.RunDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VirtualTimeTest {

    /** A Sunday. */
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private static final Workspace WORKSPACE = Shipped.compiled(new WorkspaceFiles(Map.of(
            "weekly.yaml",
            journey("weekly", "0 9 * * 1", "10d"),
            "daily.yaml",
            journey("daily", "0 12 * * *", "47h"))));

    private final VirtualTime time = new VirtualTime(WORKSPACE, "ada", START);

    private static String journey(String name, String cron, String wait) {
        return "journey: " + name + "\nstart: { schedule: { cron: \"" + cron + "\" } }\nsteps: [ { wait: " + wait
                + " } ]\n";
    }

    private static Event seen(Instant at) {
        return new Event("Seen", "m1", at, Map.of(), Map.of(), false);
    }

    private static Duration lastOf(List<Decision> decisions) {
        return Duration.between(START, decisions.get(decisions.size() - 1).at());
    }

    @Test
    void whatComesAgainForEverIsNotWaitedFor() {
        // given
        time.feed(seen(START));
        Set<JourneyId> journeys = Set.of(new JourneyId("weekly"), new JourneyId("daily"));

        // when
        List<Decision> decided = time.passToRest(journeys, START.plus(Duration.ofDays(1)), Instant.MAX);

        // then
        assertThat(lastOf(decided)).isEqualTo(Duration.ofDays(11));
    }

    @Test
    void aJourneyThatIsNotMeantIsNotWaitedFor() {
        // given
        time.feed(seen(START));

        // when
        List<Decision> decided =
                time.passToRest(Set.of(new JourneyId("daily")), START.plus(Duration.ofDays(1)), Instant.MAX);

        // then
        assertThat(lastOf(decided)).isEqualTo(Duration.ofHours(50));
    }

    @Test
    void timetablesGoByWithoutThoseOfWhomNothingIsKnown() {
        // when
        List<Decision> before = time.passBefore(START.plus(Duration.ofDays(3)));
        time.feed(seen(START.plus(Duration.ofDays(3))));
        List<Decision> after = time.passUntil(START.plus(Duration.ofDays(3)).plus(Duration.ofHours(3)));

        // then
        assertThat(before).isEmpty();
        assertThat(after).hasExactlyElementsOfTypes(RunDecision.Entered.class, RunDecision.Waiting.class);
    }
}
