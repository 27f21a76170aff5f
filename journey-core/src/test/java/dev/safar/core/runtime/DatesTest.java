package dev.safar.core.runtime;

import dev.safar.core.model.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatesTest {

    private static Workspace workspace(String start) {
        return Compiled.workspace(
                Map.of("party.yaml", "journey: party\nstart: " + start + "\nsteps: [ { id: pause, wait: 1h } ]\n"));
    }

    /** The clock of the workspace is UTC; T0 is 1 March 2026, 09:00. */
    private static Life under(String start) {
        return new Life(workspace(start));
    }

    @Test
    void beginsDaysBeforeTheDateAtTheTimeGiven() {
        // given
        Life life = under("{ at: customer.renewal - 3d, time: \"10:30\" }");

        // when
        List<String> set = life.identify(Map.of("renewal", "2026-03-10"));
        List<String> come = life.tick("6d 1h 30m");

        // then
        assertThat(set)
                .containsExactly("applied $identify", "attributes {renewal=2026-03-10}", "date party at 6d 1h 30m");
        assertThat(come)
                .containsExactly(
                        "date party cleared", "entered party '' as of 6d 1h 30m", "waits at pause until 6d 2h 30m");
        assertThat(life.tick("400d")).containsExactly("finished party at pause: completed");
    }

    @Test
    void goesByTheClockOfTheCustomer() {
        // given
        Life life = under("{ at: customer.renewal }");

        // when
        List<String> decided = life.identify(Map.of("renewal", "2026-03-10", "zone", "Asia/Tehran"));

        // then
        assertThat(decided).endsWith("date party at 8d 20h 30m");
    }

    @Test
    void movesWithTheZone() {
        // given
        Life life = under("{ at: customer.renewal }");
        life.identify(Map.of("renewal", "2026-03-10"));

        // when
        List<String> decided = life.identify(Map.of("zone", "Asia/Tehran"));

        // then
        assertThat(decided).endsWith("attributes {zone=Asia/Tehran}", "date party at 8d 20h 30m");
    }

    @Test
    void movesWithTheDateAndGoesWithIt() {
        // given
        Life life = under("{ at: customer.renewal }");
        life.identify(Map.of("renewal", "2026-03-10"));

        // when
        List<String> moved = life.identify(Map.of("renewal", "2026-03-11"));
        List<String> unreadable = life.identify(Map.of("renewal", "soon"));

        // then
        assertThat(moved).endsWith("date party at 10d");
        assertThat(unreadable).endsWith("date party cleared");
        assertThat(life.customer().nextDue()).isEmpty();
    }

    @Test
    void aDateThatHasGoneByBeginsNothing() {
        // given
        Life life = under("{ at: customer.renewal }");

        // when
        List<String> decided = life.identify(Map.of("renewal", "2026-03-01"));

        // then
        assertThat(decided).containsExactly("applied $identify", "attributes {renewal=2026-03-01}");
    }

    @Test
    void aDateThatHasComeButHasNotBeenNoticedYetIsNotLost() {
        // given
        Life life = under("{ at: customer.renewal, repeat: yearly }");
        life.identify(Map.of("renewal", "2026-03-10"));

        // when
        Event event = new Event(Event.IDENTIFY, "late", Life.at("9d"), Map.of(), Map.of("locale", "fa"), false);
        List<Decision> decided = life.input(event, Life.at("9d"));

        // then
        assertThat(Told.since(Life.T0, decided)).containsExactly("applied $identify", "attributes {locale=fa}");
        assertThat(life.tick("9d 1s")).contains("entered party '' as of 9d 1s");
    }

    @Test
    void aYearlyDateComesEveryYear() {
        // given
        Life life = under("{ at: customer.birthday, repeat: yearly }");

        // when
        List<String> set = life.identify(Map.of("birthday", "1990-05-17"));
        List<String> first = life.tick("77d");

        // then
        assertThat(set).endsWith("date party at 77d");
        assertThat(first)
                .containsExactly("date party at 442d", "entered party '' as of 77d", "waits at pause until 77d 1h");
    }

    @Test
    void aYearlyDateDoesNotComeBeforeItsFirstYear() {
        // given
        Life life = under("{ at: customer.birthday, repeat: yearly }");

        // when
        List<String> set = life.identify(Map.of("birthday", "2028-02-29"));

        // then
        assertThat(set).endsWith("date party at 730d");
    }

    @Test
    void aYearlyDateCanBeginFarAhead() {
        // given
        Life life = under("{ at: customer.birthday, repeat: yearly }");

        // when
        List<String> set = life.identify(Map.of("birthday", "2066-03-01"));

        // then
        assertThat(set).endsWith("date party at 14610d");
    }

    @Test
    void theLeapDayIsTheDayBeforeInOtherYears() {
        // given
        Life life = under("{ at: customer.birthday, repeat: yearly }");

        // when
        List<String> set = life.identify(Map.of("birthday", "1992-02-29"));
        List<String> again = life.tick("364d");

        // then
        assertThat(set).endsWith("date party at 364d"); // 28 February 2027
        assertThat(again).startsWith("date party at 730d"); // 29 February 2028
    }

    @Test
    void beforeNewYearIsInTheYearBefore() {
        // given
        Life life = under("{ at: customer.birthday - 3d, repeat: yearly }");

        // when
        List<String> set = life.identify(Map.of("birthday", "1990-01-02"));

        // then
        assertThat(set).endsWith("date party at 304d"); // 30 December 2026
    }

    @Test
    void midnightInNoParticularPlaceIsAMereDay() {
        // given
        Life life = under("{ at: customer.birthday, repeat: yearly }");

        // when
        List<String> set = life.identify(Map.of("birthday", "1990-05-17T00:00:00.000Z", "zone", "America/New_York"));

        // then
        assertThat(set).endsWith("date party at 77d 4h");
    }

    @Test
    void aTimeInTheDataIsKept() {
        // given
        Life life = under("{ at: customer.flight.departs - 2h }");

        // when
        List<String> set = life.identify(Map.of("flight", Map.of("departs", "2026-03-01T15:00:00+03:30")));

        // then
        assertThat(set).endsWith("date party at 30m");
    }

    @Test
    void whatIsNoticedTooLateBeginsNothing() {
        // given
        Life life = under("{ at: customer.renewal }");
        life.identify(Map.of("renewal", "2026-03-02"));

        // when
        List<String> decided = life.tick("3d 1s");

        // then
        assertThat(decided).containsExactly("date party cleared", "not entered party '': too-old");
    }

    @Test
    void aJourneyThatIsAddedLaterFindsTheDate() {
        // given
        Life life = under("{ at: customer.renewal }");
        life.identify(Map.of("renewal", "2026-03-10"));

        // when
        life.under(workspace("{ at: customer.renewal - 2d }"));
        List<String> moved = life.tick("1d");
        life.under(workspace("{ on: A, again: ignore }"));
        List<String> gone = life.tick("2d");

        // then
        assertThat(moved).containsExactly("date party at 7d", "arranged");
        assertThat(gone).containsExactly("date party cleared", "arranged");
    }
}
