package dev.safar.engine.streams;

import dev.safar.core.definition.WorkspaceFiles;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import dev.safar.engine.ShippedWorkspace;
import dev.safar.engine.state.Sweeps;
import dev.safar.engine.state.Sweeps.Aim;
import dev.safar.engine.state.Sweeps.Sweep;
import dev.safar.engine.state.Sweeps.Watched;
import dev.safar.engine.streams.SweepPlan.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SweepPlanTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final JourneyId NEWS = new JourneyId("news");
    private static final String DAILY = "0 9 * * *";
    private static final Workspace WORKSPACE = workspace(DAILY, "");
    private static final Sweeps KEPT_UP =
            new Sweeps(WORKSPACE.version(), List.of(), Map.of(NEWS, new Watched(DAILY + " UTC", NINE)));

    @Test
    void aTimetableThatIsNewBeginsNothingForWhatHasPassed() {
        // when
        Outlook outlook = SweepPlan.of(Sweeps.NONE, WORKSPACE, NINE.plusSeconds(1));

        // then
        assertThat(outlook)
                .isEqualTo(new Outlook(
                        new Sweeps(
                                "",
                                List.of(inLine(WORKSPACE, NINE.plusSeconds(1))),
                                Map.of(NEWS, new Watched(DAILY + " UTC", NINE.plusSeconds(1)))),
                        Optional.of(NINE.plus(DAY)),
                        Map.of()));
    }

    @Test
    void aTimeThatHasComeBeginsTheJourneyOnce() {
        // given
        Instant next = NINE.plus(DAY);

        // when
        Outlook first = SweepPlan.of(KEPT_UP, WORKSPACE, next);
        Outlook again = SweepPlan.of(first.sweeps(), WORKSPACE, next.plusSeconds(5));

        // then
        Sweeps expected = new Sweeps(
                WORKSPACE.version(),
                List.of(new Sweep(new Aim.Broadcast(NEWS, next), next, "")),
                Map.of(NEWS, new Watched(DAILY + " UTC", next)));
        assertThat(first).isEqualTo(new Outlook(expected, Optional.of(next.plus(DAY)), Map.of()));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void afterAnOutageTheLatestTimeBeginsTheJourneyAndTheOthersAreMissed() {
        // given
        Instant now = NINE.plus(DAY.multipliedBy(5)).plusSeconds(60);

        // when
        Outlook outlook = SweepPlan.of(KEPT_UP, WORKSPACE, now);

        // then
        assertThat(outlook.sweeps().underWay())
                .containsExactly(new Sweep(new Aim.Broadcast(NEWS, NINE.plus(DAY.multipliedBy(5))), now, ""));
        assertThat(outlook.missed()).isEqualTo(Map.of(NEWS, 4L));
    }

    @Test
    void aTimeThatIsTooLongAgoIsMissed() {
        // given
        Workspace weekly = workspace("0 9 * * 1", "");
        Sweeps keptUp = new Sweeps(
                weekly.version(), List.of(), Map.of(NEWS, new Watched("0 9 * * 1 UTC", NINE.minusSeconds(1))));

        // when
        Outlook outlook = SweepPlan.of(keptUp, weekly, NINE.plus(DAY.multipliedBy(3)));

        // then
        assertThat(outlook.sweeps().underWay()).isEmpty();
        assertThat(outlook.missed()).isEqualTo(Map.of(NEWS, 1L));
        assertThat(outlook.sweeps().timetables()).isEqualTo(Map.of(NEWS, new Watched("0 9 * * 1 UTC", NINE)));
    }

    @Test
    void aTimetableThatIsChangedBeginsToCountAnew() {
        // given
        Workspace earlier = workspace("0 8 * * *", "");
        Instant now = NINE.plus(DAY).minusSeconds(60);

        // when
        Outlook outlook = SweepPlan.of(KEPT_UP, earlier, now);

        // then
        assertThat(outlook.sweeps())
                .isEqualTo(
                        new Sweeps("", List.of(inLine(earlier, now)), Map.of(NEWS, new Watched("0 8 * * * UTC", now))));
    }

    @Test
    void anotherVersionOfTheWorkspaceTakesThePlaceOfOneThatIsStillUnderWay() {
        // given
        Workspace edited = workspace(DAILY, "title: News\n");
        var halfway = new Sweep(new Aim.InLine(WORKSPACE.version()), NINE, "m");
        var broadcast = new Sweep(new Aim.Broadcast(NEWS, NINE), NINE, "c");
        Sweeps before = new Sweeps("older", List.of(halfway, broadcast), KEPT_UP.timetables());

        // when
        Outlook outlook = SweepPlan.of(before, edited, NINE.plusSeconds(1));

        // then
        assertThat(outlook.sweeps())
                .isEqualTo(
                        new Sweeps("", List.of(broadcast, inLine(edited, NINE.plusSeconds(1))), KEPT_UP.timetables()));
    }

    @Test
    void aTimetableFasterThanItsSweepsDoesNotPileUp() {
        // given
        var begun = new Sweep(new Aim.Broadcast(NEWS, NINE.minus(DAY)), NINE, "c");
        var waiting = new Sweep(new Aim.Broadcast(NEWS, NINE), NINE, "");
        Sweeps before = new Sweeps(WORKSPACE.version(), List.of(begun, waiting), KEPT_UP.timetables());
        Instant next = NINE.plus(DAY);

        // when
        Outlook outlook = SweepPlan.of(before, WORKSPACE, next);

        // then
        assertThat(outlook.sweeps().underWay())
                .containsExactly(begun, new Sweep(new Aim.Broadcast(NEWS, next), next, ""));
        assertThat(outlook.missed()).isEqualTo(Map.of(NEWS, 1L));
    }

    @Test
    void goingBackWhileASweepIsUnderWayIsASweepToo() {
        // given
        Workspace edited = workspace(DAILY, "title: News\n");
        Sweeps halfway = SweepPlan.of(KEPT_UP, edited, NINE.plusSeconds(1)).sweeps();

        // when
        Outlook outlook = SweepPlan.of(halfway, WORKSPACE, NINE.plusSeconds(2));

        // then
        assertThat(outlook.sweeps().underWay()).containsExactly(inLine(WORKSPACE, NINE.plusSeconds(2)));
    }

    @Test
    void whatAJourneyThatIsGoneWouldHaveBegunIsForgotten() {
        // given
        Workspace without = ShippedWorkspace.compile(new WorkspaceFiles(Map.of("workspace.yaml", "zone: UTC\n")));
        var broadcast = new Sweep(new Aim.Broadcast(NEWS, NINE), NINE, "c");

        // when
        Outlook outlook =
                SweepPlan.of(new Sweeps(WORKSPACE.version(), List.of(broadcast), KEPT_UP.timetables()), without, NINE);

        // then
        assertThat(outlook)
                .isEqualTo(new Outlook(
                        new Sweeps("", List.of(inLine(without, NINE)), Map.of()), Optional.empty(), Map.of()));
    }

    private static Sweep inLine(Workspace workspace, Instant began) {
        return new Sweep(new Aim.InLine(workspace.version()), began, "");
    }

    private static Workspace workspace(String cron, String more) {
        String journey = "journey: news\nowner: a@b.example\n" + more + "start: { schedule: { cron: \"" + cron
                + "\" } }\nsteps:\n  - wait: 1h\n";
        return ShippedWorkspace.compile(
                new WorkspaceFiles(Map.of("workspace.yaml", "zone: UTC\n", "news.yaml", journey)));
    }
}
