package dev.safar.standalone.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksTest {

    private static final Instant NINE = Instant.parse("2025-01-01T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final Instant NOON = NINE.plusSeconds(3 * 3600);

    private final Chronicle chronicle = new Chronicle();

    @Test
    void allHoldWhereEverythingIsAsItShouldBe() {
        // given
        chronicle.add(Records.event("Product Added", "a1", Map.of(), NINE));
        chronicle.add(Records.entered("abandoned-cart", "r1", "c1", NINE));
        sent("m1", "abandoned-cart", TEN);
        List<Arrival> arrivals = List.of(arrival("m1", TEN));

        // when
        List<Check> checks = new Checks(chronicle, arrivals)
                .all(List.of(new JourneyCount("abandoned-cart", 1, 1, Map.of())), Set.of("a1"));

        // then
        assertThat(checks)
                .containsExactly(
                        new Check("abandoned-cart: 1 entered = 1 waiting + 0 finished", List.of()),
                        new Check("each of the 1 calls is in the log once", List.of()),
                        new Check("each of the 1 messages arrived once", List.of()),
                        new Check("each left within a minute of its time", List.of()),
                        new Check("each customer got them in the order of their times", List.of()),
                        new Check("none left after the purchase or refund that makes it pointless", List.of()),
                        new Check("nothing went to the dead letters", List.of()));
    }

    @Test
    void tellWhereTheRunsDoNotAddUp() {
        // when
        List<Check> checks = new Checks(chronicle, List.of())
                .all(List.of(new JourneyCount("win-back", 3, 1, Map.of("completed", 1L))), Set.of());

        // then
        assertThat(checks.get(0))
                .isEqualTo(new Check("win-back: 3 entered = 1 waiting + 1 finished", List.of("it does not add up")));
    }

    @Test
    void tellWhatIsMissingAndWhatCameTwice() {
        // given
        sent("m1", "win-back", NINE);
        sent("m2", "win-back", NINE);
        chronicle.add(Records.message("m3", "win-back", "email", "miss-you", NINE));
        chronicle.add(Records.message("m5", "win-back", "email", "miss-you", NINE));
        chronicle.add(Records.receipt("Email Dropped", "m5", NINE));
        List<Arrival> arrivals = List.of(arrival("m1", NINE), arrival("m1", NINE), arrival("m4", NINE));

        // when
        Check check = new Checks(chronicle, arrivals).everyMessageArrivedOnce();

        // then
        assertThat(check.exceptions())
                .containsExactly(
                        "m1 arrived twice",
                        "m4 arrived and was never asked for",
                        "m2 was sent and did not arrive",
                        "m3 is still under way",
                        "m5 was given up: [DROPPED]");
    }

    @Test
    void tellWhatWasLateOrOutOfOrder() {
        // given
        sent("m1", "win-back", TEN);
        sent("m2", "win-back", NINE);
        Checks checks = new Checks(chronicle, List.of(arrival("m1", TEN), arrival("m2", TEN)));

        // when
        List<List<String>> exceptions =
                List.of(checks.punctual().exceptions(), checks.inOrder().exceptions());

        // then
        assertThat(exceptions)
                .containsExactly(
                        List.of("m2 was due 2025-01-01T09:00:00Z and left 2025-01-01T10:00:00Z"),
                        List.of("m2 came after m1"));
    }

    @Test
    void tellWhatLeftAfterAPurchase() {
        // given
        chronicle.add(Records.entered("abandoned-cart", "r1", "c1", NINE));
        chronicle.add(Records.event("Order Completed", "o1", Map.of("order_id", "o1"), TEN));
        sent("m1", "abandoned-cart", TEN);
        sent("m2", "abandoned-cart", NOON);
        sent("m3", "post-purchase", NOON);

        // when
        Check check = new Checks(chronicle, List.of(arrival("m1", TEN), arrival("m2", NOON), arrival("m3", NOON)))
                .noneAfterAPurchase();

        // then
        assertThat(check.exceptions())
                .containsExactly("m2 left at 2025-01-01T12:00:00Z after Order Completed at 2025-01-01T10:00:00Z");
    }

    @Test
    void tellWhatLeftAfterARefundOfTheOrderItIsAbout() {
        // given
        chronicle.add(Records.event("Order Refunded", "C1", Map.of("order_id", "o1"), TEN));
        chronicle.add(Records.entered("post-purchase", "r1", "o1", NINE));
        chronicle.add(Records.entered("post-purchase", "r2", "o2", NINE));
        chronicle.add(Records.email("m1", "r1", "thanks-offer", NOON));
        chronicle.add(Records.email("m2", "r2", "thanks-offer", NOON));

        // when
        Check check = new Checks(chronicle, List.of(arrival("m1", NOON), arrival("m2", NOON))).noneAfterAPurchase();

        // then
        assertThat(check.exceptions())
                .containsExactly("m1 left at 2025-01-01T12:00:00Z after Order Refunded at 2025-01-01T10:00:00Z");
    }

    @Test
    void tellWhatIsOfARunThatNeverBegan() {
        // given
        chronicle.add(Records.event("Order Completed", "o1", Map.of("order_id", "o1"), TEN));
        sent("m1", "abandoned-cart", NOON);

        // when
        Check check = new Checks(chronicle, List.of(arrival("m1", NOON))).noneAfterAPurchase();

        // then
        assertThat(check.exceptions()).containsExactly("m1 is of a run of which nobody knows how it began: r1");
    }

    private void sent(String id, String journey, Instant dueAt) {
        chronicle.add(Records.message(id, journey, "email", "some-template", dueAt));
        chronicle.add(Records.receipt("Email Sent", id, dueAt));
    }

    private static Arrival arrival(String id, Instant at) {
        return new Arrival("email", id, "Hello", at);
    }
}
