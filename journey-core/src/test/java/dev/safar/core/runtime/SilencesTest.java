package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Journey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.inactive;
import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

class SilencesTest {

    private static final Duration LONG = Duration.ofDays(45);
    private static final Journey WIN_BACK = winBack(LONG);

    private static Journey winBack(Duration length) {
        return journey("win-back", inactive("Order Completed", length), List.of(), send("reminder", 1, Channel.EMAIL));
    }

    private final Life life = Life.reachable(workspace(WIN_BACK));

    @Test
    void isArmedByTheEvent() {
        // when
        List<String> decided = life.event("0m", "Order Completed");

        // then
        assertThat(decided).containsExactly("applied Order Completed", "silence win-back until 45d");
        assertThat(life.customer().nextDue()).contains(Life.at(LONG));
    }

    @Test
    void countsFromTheTimeOfTheEvent() {
        // when
        List<String> decided = life.late("0m", "3d", "Order Completed");

        // then
        assertThat(decided).containsExactly("applied Order Completed", "silence win-back until 45d");
    }

    @Test
    void isMovedByEachEvent() {
        // given
        life.event("0m", "Order Completed");

        // when
        life.event("30d", "Order Completed");
        List<String> decided = life.tick("45d");

        // then
        assertThat(decided).isEmpty();
        assertThat(life.customer().nextDue()).contains(Life.at("75d"));
    }

    @Test
    void isNotMovedByAnOlderEvent() {
        // given
        life.event("30d", "Order Completed");

        // when
        List<String> decided = life.late("20d", "31d", "Order Completed");

        // then
        assertThat(decided).containsExactly("applied Order Completed");
    }

    @Test
    void beginsItsJourneyOnce() {
        // given
        life.event("0m", "Order Completed");

        // when
        List<String> decided = life.tick("45d");
        List<String> later = life.tick("200d");

        // then
        assertThat(decided)
                .containsExactly(
                        "silence win-back ended",
                        "entered win-back '' as of 45d",
                        "sends email reminder to ada@example.com due 45d",
                        "finished win-back at reminder: completed");
        assertThat(later).isEmpty();
    }

    @Test
    void aLateTickBeginsTheJourneyNowWithWhatFellDueThen() {
        // given
        life.event("0m", "Order Completed");

        // when
        List<String> decided = life.tick("46d");

        // then
        assertThat(decided)
                .containsExactly(
                        "silence win-back ended",
                        "entered win-back '' as of 46d",
                        "sends email reminder to ada@example.com due 45d",
                        "finished win-back at reminder: completed");
    }

    @Test
    void countsAgainAfterTheEventHasHappenedAgain() {
        // given
        life.event("0m", "Order Completed");
        life.tick("45d");

        // when
        List<String> decided = life.event("60d", "Order Completed");

        // then
        assertThat(decided).containsExactly("applied Order Completed", "silence win-back until 105d");
    }

    @Test
    void neverBeginsForACustomerWhoNeverDidIt() {
        // given
        life.event("0m", "Product Added");

        // then
        assertThat(life.tick("100d")).isEmpty();
    }

    @Test
    void anImportedEventLongAgoBeginsNothing() {
        // when
        List<String> decided = life.imported("0m", "90d", "Order Completed");

        // then
        assertThat(decided).containsExactly("applied Order Completed");
        assertThat(life.customer().nextDue()).isEmpty();
    }

    @Test
    void anImportedEventOfLateIsWaitedFor() {
        // when
        List<String> decided = life.imported("0m", "40d", "Order Completed");

        // then
        assertThat(decided).containsExactly("applied Order Completed", "silence win-back until 45d");
    }

    @Test
    void aNewerEventThatIsLongOverItselfDisarms() {
        // given
        life.event("0m", "Order Completed");

        // when
        List<String> decided = life.late("1d", "50d", "Order Completed");

        // then
        assertThat(decided).containsExactly("applied Order Completed", "silence win-back ended");
        assertThat(life.customer().silences()).isEmpty();
    }

    @Test
    void anOlderEventDoesNotDisarmAnOverdueSilence() {
        // given
        life.event("2d", "Order Completed");

        // when
        life.late("1d", "50d", "Order Completed");
        List<String> decided = life.tick("50d");

        // then
        assertThat(decided).startsWith("silence win-back ended", "entered win-back '' as of 50d");
    }

    @Test
    void beginsNothingWhileItsJourneyIsUnderWay() {
        // given
        Life busy = Life.reachable(workspace(
                journey("win-back", inactive("Order Completed", LONG), List.of(), pause("p", Duration.ofDays(90), 1))));
        busy.event("0m", "Order Completed");
        busy.tick("45d");
        busy.event("46d", "Order Completed");

        // when
        List<String> decided = busy.tick("91d");

        // then
        assertThat(decided).containsExactly("silence win-back ended", "not entered win-back '': already-running");
    }

    @Test
    void endsQuietlyWhenItsJourneyIsGone() {
        // given
        life.event("0m", "Order Completed");

        // when
        life.under(workspace());
        List<String> decided = life.tick("45d");

        // then
        assertThat(decided).containsExactly("silence win-back ended");
    }

    @Test
    void endsQuietlyWhenItsJourneyNoLongerStartsWithASilence() {
        // given
        life.event("0m", "Order Completed");

        // when
        life.under(workspace(journey("win-back", onAny("A"), List.of(), send("reminder", 1, Channel.EMAIL))));
        List<String> decided = life.tick("45d");

        // then
        assertThat(decided).containsExactly("silence win-back ended");
    }

    @Test
    void lastsAsLongAsItsJourneySaysWhenItsTimeComes() {
        // given
        life.event("0m", "Order Completed");

        // when
        life.under(workspace(winBack(Duration.ofDays(60))));
        List<String> decided = life.tick("45d");

        // then
        assertThat(decided).containsExactly("silence win-back until 60d");
    }

    @Test
    void whatFallsDueTogetherHappensInOrderOfDueTimeAndRunsComeFirst() {
        // given
        Journey cart = journey("cart", onAny("A"), List.of(), pause("p", LONG, 1), send("again", 2, Channel.EMAIL));
        Journey early =
                journey("early", inactive("B", Duration.ofDays(44)), List.of(), send("thanks", 1, Channel.EMAIL));
        Life both = Life.reachable(workspace(cart, early, WIN_BACK));
        both.event("0m", "Order Completed");
        both.event("0m", "A");
        both.event("0m", "B");

        // when
        List<String> decided = both.tick("46d");

        // then
        assertThat(decided.stream().filter(line -> line.startsWith("sends")))
                .containsExactly(
                        "sends email thanks to ada@example.com due 44d",
                        "sends email again to ada@example.com due 45d",
                        "sends email reminder to ada@example.com due 45d");
    }
}
