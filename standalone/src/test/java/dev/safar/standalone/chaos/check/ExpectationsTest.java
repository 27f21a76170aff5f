package dev.safar.standalone.chaos.check;

import dev.safar.standalone.chaos.load.Accepted;
import dev.safar.standalone.chaos.load.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpectationsTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void cartThatIsLeftIsFollowedByAllItsMessages() {
        assertThat(messages(cart(0)))
                .isEqualTo(Map.of("cart-reminder", Range.ONE, "cart-offer", Range.ONE, "cart-last-chance", Range.ONE));
    }

    @Test
    void nothingOfACartGoesThatFellDueAfterTheOrderWasAccepted() {
        assertThat(messages(cart(0), order(2_000, 1)))
                .isEqualTo(Map.of(
                        "cart-reminder", Range.MAYBE,
                        "cart-offer", Range.NONE,
                        "cart-last-chance", Range.NONE,
                        "thank-you", Range.ONE,
                        "survey", Range.ONE,
                        "miss-you", Range.ONE,
                        "welcome-back or miss-you-sms", Range.ONE));
    }

    @Test
    void cartThatIsToldAfterItsOrderBeginsNothing() {
        // given
        Accepted late = accepted("Product Added", 3_000, Duration.ofSeconds(20), Map.of("cart_id", "a"));

        // then
        assertThat(messages(order(1_000, 1), late)).containsEntry("cart-reminder", Range.NONE);
    }

    @Test
    void cartThatMayHaveBeenTakenForNewerThanItsOrderIsOpen() {
        // given
        Instant at = T0.plusMillis(3_000);
        Deed deed = new Deed("m", "track", "Product Added", Duration.ZERO, Duration.ofSeconds(20), Map.of());
        Accepted held = new Accepted("ada", deed, at.minusSeconds(20), at, Duration.ofSeconds(30));

        // then
        assertThat(messages(order(1_000, 1), held)).containsEntry("cart-reminder", Range.MAYBE);
    }

    @Test
    void refundEndsWhatTheOrderBegan() {
        // given
        Accepted refund = accepted("Order Refunded", 2_000, Duration.ZERO, Map.of("order_id", "order-1"));

        // then
        assertThat(messages(order(0, 1), refund))
                .containsEntry("thank-you", Range.MAYBE)
                .containsEntry("survey", Range.NONE);
    }

    @Test
    void orderWithinTheSilenceMovesIt() {
        assertThat(messages(order(0, 1), order(3_000, 2)))
                .containsEntry("miss-you", Range.ONE)
                .containsEntry("thank-you", new Range(2, 2));
    }

    @Test
    void silenceThatWasOverWhenItsOrderCameIsOpen() {
        // given
        Deed deed = new Deed("m", "track", "Order Completed", Duration.ZERO, Duration.ZERO, Map.of("order_id", "1"));
        Accepted held = new Accepted("ada", deed, T0, T0.plusSeconds(4), Duration.ofSeconds(4));

        // then
        assertThat(messages(held)).containsEntry("miss-you", Range.MAYBE).containsEntry("thank-you", Range.ONE);
    }

    private static Map<String, Range> messages(Accepted... deeds) {
        return new Expectations(List.of(deeds)).messages();
    }

    private static Accepted cart(int millis) {
        return accepted("Product Added", millis, Duration.ZERO, Map.of("cart_id", "a"));
    }

    private static Accepted order(int millis, int number) {
        return accepted("Order Completed", millis, Duration.ZERO, Map.of("order_id", "order-" + number));
    }

    private static Accepted accepted(String event, int millis, Duration age, Map<String, Object> content) {
        Instant at = T0.plusMillis(millis);
        return new Accepted(
                "ada", new Deed(event, "track", event, Duration.ZERO, age, content), at.minus(age), at, Duration.ZERO);
    }
}
