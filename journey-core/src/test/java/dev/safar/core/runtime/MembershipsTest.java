package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.Observed;
import dev.safar.core.model.Scope;
import dev.safar.core.model.Segment;
import dev.safar.core.model.SegmentId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.pause;
import static org.assertj.core.api.Assertions.assertThat;

class MembershipsTest {

    private static final SegmentId LOYAL = new SegmentId("loyal");
    private static final SegmentId LAPSED = new SegmentId("lapsed");
    private static final Journey WELCOME = on("welcome", LOYAL, true);
    private static final Journey FAREWELL = on("farewell", LOYAL, false);
    private static final Journey WIN_BACK = on("win-back", LAPSED, true);

    private static Journey on(String name, SegmentId segment, boolean enters) {
        return journey(
                name, new Start.SegmentChange(segment, enters), List.of(), pause("pause", Duration.ofHours(1), 1));
    }

    private static Workspace workspace(String version, Journey... journeys) {
        Workspace plain = Journeys.workspace(journeys);
        Collection<Segment> segments = List.of(
                new Segment(LOYAL, scope -> scope.count("Order Completed") >= 2, false),
                new Segment(LAPSED, MembershipsTest::lapsed, true));
        Observed observed = plain.observed();
        return new Workspace(
                version, plain.settings(), segments, plain.journeys(), List.of(), plain.templates(), observed);
    }

    private static boolean lapsed(Scope scope) {
        Optional<Instant> last = scope.last("Order Completed");
        return last.isPresent() && last.get().plus(Duration.ofDays(30)).isBefore(scope.now());
    }

    private final Life life = new Life(workspace("w1", FAREWELL, WELCOME));

    @Test
    void comingInBeginsAJourney() {
        // given
        life.event("0m", "Order Completed");

        // when
        List<String> second = life.event("1h", "Order Completed");
        List<String> third = life.event("2h", "Order Completed");

        // then
        assertThat(second)
                .containsExactly(
                        "applied Order Completed",
                        "enters segment loyal",
                        "entered welcome '' as of 1h",
                        "waits at pause until 2h");
        assertThat(third).containsExactly("applied Order Completed");
    }

    @Test
    void whoWasInAlreadyHasNotComeIn() {
        // given
        Life other = new Life(workspace("w0"));
        other.event("0m", "Order Completed");
        other.event("1h", "Order Completed");

        // when
        other.under(workspace("w1", FAREWELL, WELCOME));
        List<String> swept = other.tick("2h");
        List<String> next = other.event("3h", "Order Completed");

        // then
        assertThat(swept).containsExactly("enters segment loyal", "arranged");
        assertThat(next).containsExactly("applied Order Completed");
        assertThat(other.customer().segments()).containsExactly(LOYAL);
    }

    @Test
    void aSegmentThatNothingStartsFromIsForgotten() {
        // given
        life.event("0m", "Order Completed");
        life.event("1h", "Order Completed");

        // when
        life.under(workspace("w2"));
        List<String> decided = life.tick("1h 1m");

        // then
        assertThat(decided).containsExactly("leaves segment loyal", "arranged");
    }

    @Test
    void leavingBeginsAJourney() {
        // given
        life.event("0m", "Order Completed");
        life.event("1h", "Order Completed");
        life.tick("2h");

        // when
        Workspace stricter = workspace("w1", FAREWELL, WELCOME);
        Workspace changed = new Workspace(
                "w1",
                stricter.settings(),
                List.of(new Segment(LOYAL, scope -> scope.attributes().isEmpty(), false)),
                stricter.journeys(),
                List.of(),
                stricter.templates(),
                stricter.observed());
        life.under(changed);
        List<String> decided = life.identify(Map.of("email", "ada@example.com"));

        // then
        assertThat(decided)
                .containsExactly(
                        "applied $identify",
                        "attributes {email=ada@example.com}",
                        "leaves segment loyal",
                        "entered farewell '' as of 0m",
                        "waits at pause until 1h");
    }

    @Test
    void whatIsImportedBeginsNothing() {
        // given
        life.event("0m", "Order Completed");

        // when
        List<String> decided = life.imported("1m", "1h", "Order Completed");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied Order Completed", "enters segment loyal", "not entered welcome '': historical");
    }

    @Test
    void timeAloneIsLookedAtOnceADay() {
        // given
        Life patient = new Life(workspace("w0"));
        patient.under(workspace("w1", WIN_BACK));

        // when
        List<String> first = patient.event("0m", "Order Completed");
        List<String> midnight = patient.tick("11h 30m");
        List<String> lapsed = patient.tick("30d 11h 30m");

        // then
        assertThat(first).containsExactly("checks segments at 11h 30m", "arranged", "applied Order Completed");
        assertThat(midnight).containsExactly("checks segments at 1d 11h 30m");
        assertThat(lapsed)
                .containsExactly(
                        "checks segments at 31d 11h 30m",
                        "enters segment lapsed",
                        "entered win-back '' as of 30d 11h 30m",
                        "waits at pause until 30d 12h 30m");
    }

    @Test
    void nothingIsLookedAtWhereNoJourneyNeedsIt() {
        // given
        Life patient = new Life(workspace("w0"));
        patient.under(workspace("w1", WIN_BACK));
        patient.event("0m", "Order Completed");

        // when
        patient.under(workspace("w2", WELCOME));
        List<String> decided = patient.tick("1h");

        // then
        assertThat(decided).containsExactly("checks segments no more", "arranged");
        assertThat(patient.customer().nextDue()).isEmpty();
    }
}
