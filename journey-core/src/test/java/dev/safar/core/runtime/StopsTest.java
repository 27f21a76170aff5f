package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Start.Again;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static dev.safar.core.runtime.Journeys.inactive;
import static dev.safar.core.runtime.Journeys.journey;
import static dev.safar.core.runtime.Journeys.on;
import static dev.safar.core.runtime.Journeys.onAny;
import static dev.safar.core.runtime.Journeys.pause;
import static dev.safar.core.runtime.Journeys.send;
import static dev.safar.core.runtime.Journeys.stop;
import static dev.safar.core.runtime.Journeys.stopSame;
import static dev.safar.core.runtime.Journeys.workspace;
import static org.assertj.core.api.Assertions.assertThat;

class StopsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Workspace CART = workspace(journey(
            "cart",
            on("Product Added", Again.RESTART),
            List.of(stop("Order Completed"), stopSame("Cart Emptied", "cart_id")),
            pause("pause", HOUR, 1),
            send("last-chance", 2, Channel.SMS, Channel.EMAIL)));

    @Test
    void stopsWhereverTheRunWaits() {
        // given
        Life life = Life.reachable(CART);
        life.event("0m", "Product Added", "cart_id", "c1");

        // when
        List<String> decided = life.event("10m", "Order Completed");

        // then
        assertThat(decided)
                .containsExactly("applied Order Completed", "finished cart at pause: stopped: Order Completed");
        assertThat(life.customer().runs()).isEmpty();
    }

    @Test
    void stopsWhenTheTimerIsOverdueButHasNotFired() {
        // given
        Life life = Life.reachable(CART);
        life.event("0m", "Product Added", "cart_id", "c1");

        // when
        life.late("2h", "3h", "Order Completed");
        List<String> decided = life.tick("3h");

        // then
        assertThat(decided).isEmpty();
    }

    @Test
    void stopsAtTheVeryTimeOfTheStart() {
        // given
        Life life = Life.reachable(CART);
        life.event("0m", "Product Added", "cart_id", "c1");

        // when
        List<String> decided = life.event("0m", "Order Completed");

        // then
        assertThat(decided)
                .containsExactly("applied Order Completed", "finished cart at pause: stopped: Order Completed");
    }

    @Test
    void anOrderFromBeforeTheStartStopsNothing() {
        // given
        Life life = Life.reachable(CART);
        life.event("10m", "Product Added", "cart_id", "c1");

        // when
        List<String> decided = life.late("9m", "20m", "Order Completed");

        // then
        assertThat(decided).containsExactly("applied Order Completed");
    }

    @Test
    void anImportedOrderStopsAsWell() {
        // given
        Life life = Life.reachable(CART);
        life.event("0m", "Product Added", "cart_id", "c1");

        // when
        List<String> decided = life.imported("10m", "20m", "Order Completed");

        // then
        assertThat(decided)
                .containsExactly("applied Order Completed", "finished cart at pause: stopped: Order Completed");
    }

    @Test
    void aConditionSeesTheRunItStops() {
        // given
        Life life = Life.reachable(CART);
        life.event("0m", "Product Added", "cart_id", "c1");
        life.event("1m", "Product Added", "cart_id", "c2");

        // when
        List<String> decided = life.event("10m", "Cart Emptied", "cart_id", "c2");

        // then
        assertThat(decided).containsExactly("applied Cart Emptied", "finished cart at pause: stopped: Cart Emptied");
        assertThat(life.customer().runs()).extracting(Run::key).containsExactly("c1");
    }

    @Test
    void takesBackAMessageStillInTheOutbox() {
        // given
        Workspace workspace = workspace(journey(
                "cart",
                onAny("A"),
                List.of(stop("Order Completed")),
                send("reminder", 1, Channel.EMAIL),
                pause("pause", HOUR, 2)));
        Life life = Life.reachable(workspace);
        life.event("0m", "A");

        // when
        List<String> decided = life.event("1m", "Order Completed");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied Order Completed",
                        "finished cart at pause: stopped: Order Completed",
                        "retracts email reminder: stopped: Order Completed");
        assertThat(life.customer().runs()).isEmpty();
    }

    @Test
    void doesNotTakeBackWhatTheProviderHas() {
        // given
        Workspace workspace = workspace(journey(
                "cart",
                onAny("A"),
                List.of(stop("Order Completed")),
                send("reminder", 1, Channel.EMAIL),
                pause("pause", HOUR, 2)));
        Life life = Life.reachable(workspace);
        life.event("0m", "A");
        life.report("1m", "Email Sent", "reminder");

        // when
        List<String> decided = life.event("2m", "Order Completed");

        // then
        assertThat(decided)
                .containsExactly("applied Order Completed", "finished cart at pause: stopped: Order Completed");
    }

    @Test
    void aFinishedRunStillTakesBackItsLastMessage() {
        // given
        Life life = Life.reachable(CART);
        life.event("0m", "Product Added", "cart_id", "c1");
        life.tick("1h");

        // when
        List<String> decided = life.event("61m", "Order Completed");

        // then
        assertThat(decided)
                .containsExactly("applied Order Completed", "retracts sms last-chance: stopped: Order Completed");
        assertThat(life.customer().runs()).isEmpty();
    }

    @Test
    void aStopSeenBeforeItsStartKeepsTheRunFromStarting() {
        // given
        Life life = Life.reachable(CART);
        life.event("10m", "Order Completed");

        // when
        List<String> decided = life.late("9m", "11m", "Product Added", "cart_id", "c1");

        // then
        assertThat(decided).containsExactly("applied Product Added", "not entered cart 'c1': stopped-before-start");
    }

    @Test
    void aStopWithAConditionSeenBeforeItsStartKeepsOnlyThatRunFromStarting() {
        // given
        Life life = Life.reachable(CART);
        life.event("10m", "Cart Emptied", "cart_id", "c1");

        // when
        List<String> emptied = life.late("9m", "11m", "Product Added", "cart_id", "c1");
        List<String> other = life.late("9m", "11m", "Product Added", "cart_id", "c2");

        // then
        assertThat(emptied).containsExactly("applied Product Added", "not entered cart 'c1': stopped-before-start");
        assertThat(other)
                .containsExactly("applied Product Added", "entered cart 'c2' as of 9m", "waits at pause until 1h 9m");
    }

    @Test
    void aStopAtTheVeryTimeOfTheStartThatCameFirstDoesNotCount() {
        // given
        Life life = Life.reachable(CART);
        life.event("10m", "Order Completed");

        // when
        List<String> decided = life.event("10m", "Product Added", "cart_id", "c1");

        // then
        assertThat(decided)
                .containsExactly("applied Product Added", "entered cart 'c1' as of 10m", "waits at pause until 1h 10m");
    }

    @Test
    void theEventThatStartsARunDoesNotStopIt() {
        // given
        Life life =
                Life.reachable(workspace(journey("again", onAny("A"), List.of(stop("A")), pause("pause", HOUR, 1))));
        life.event("0m", "A");

        // when
        List<String> decided = life.event("10m", "A");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied A",
                        "finished again at pause: stopped: A",
                        "entered again '' as of 10m",
                        "waits at pause until 1h 10m");
    }

    @Test
    void theOrderThatEndsOneJourneyStartsAnotherOnce() {
        // given
        Journey winBack = journey(
                "win-back",
                inactive("Order Completed", Duration.ofDays(45)),
                List.of(stop("Order Completed")),
                pause("pause", Duration.ofDays(7), 1));
        Journey thanks = journey("thanks", onAny("Order Completed"), List.of(), pause("pause", HOUR, 1));
        Life life = Life.reachable(workspace(thanks, winBack));
        life.event("0m", "Order Completed");
        life.tick("1h");
        life.tick("45d");

        // when
        List<String> decided = life.event("46d", "Order Completed");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied Order Completed",
                        "finished win-back at pause: stopped: Order Completed",
                        "entered thanks '' as of 46d",
                        "waits at pause until 46d 1h",
                        "silence win-back until 91d");
    }

    @Test
    void anOrderFromDuringTheSilenceThatArrivesLateEndsWhatTheSilenceBegan() {
        // given
        Life life = Life.reachable(workspace(journey(
                "win-back",
                inactive("Order Completed", Duration.ofDays(45)),
                List.of(stop("Order Completed")),
                pause("pause", Duration.ofDays(7), 1))));
        life.event("0m", "Order Completed");
        life.tick("45d");

        // when
        List<String> decided = life.late("44d 23h", "45d 1h", "Order Completed");

        // then
        assertThat(decided)
                .containsExactly(
                        "applied Order Completed",
                        "finished win-back at pause: stopped: Order Completed",
                        "silence win-back until 89d 23h");
    }
}
