package dev.safar.standalone.chaos.check;

import dev.safar.standalone.chaos.load.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one customer has to get, told from what was accepted of that customer and from nothing else: how many messages of each
 * template. Whether a message goes that fell due about when its cancelling event came is open; that none goes which fell due after
 * the event was accepted is not.
 */
final class Expectations {

    private static final Map<String, Duration> OF_A_CART = Map.of(
            "cart-reminder", Duration.ofSeconds(1),
            "cart-offer", Duration.ofSeconds(3),
            "cart-last-chance", Duration.ofSeconds(5));
    private static final Map<String, Duration> OF_AN_ORDER =
            Map.of("thank-you", Duration.ofSeconds(1), "survey", Duration.ofSeconds(3));
    private static final Duration SILENCE = Duration.ofSeconds(4);

    /** The message at the end of a silence, and the two of which exactly one follows it. */
    private static final String MISS_YOU = "miss-you";

    private static final Set<String> ONE_OF_TWO = Set.of("welcome-back", "miss-you-sms");

    static final String AFTER_MISS_YOU = "welcome-back or miss-you-sms";

    private final List<Accepted> carts;
    private final List<Accepted> orders;
    private final List<Accepted> refunds;

    /** @param deeds of one customer, in the order in which they were accepted */
    Expectations(List<Accepted> deeds) {
        this.carts = named(deeds, "Product Added");
        this.orders = named(deeds, "Order Completed");
        this.refunds = named(deeds, "Order Refunded");
    }

    /** By template; templates that are left out must not be sent. */
    Map<String, Range> messages() {
        Map<String, Range> messages = new HashMap<>();
        carts.forEach(cart ->
                OF_A_CART.forEach((template, wait) -> messages.merge(template, afterCart(cart, wait), Range::plus)));
        orders.forEach(order -> OF_AN_ORDER.forEach(
                (template, wait) -> messages.merge(template, afterOrder(order, wait), Range::plus)));
        for (int i = 0; i < orders.size(); i++) {
            Range silence = silenceAfter(i);
            messages.merge(MISS_YOU, silence, Range::plus);
            messages.merge(AFTER_MISS_YOU, silence, Range::plus);
        }
        return messages;
    }

    /** The name under which a template is expected. */
    static String nameOf(String template) {
        return ONE_OF_TWO.contains(template) ? AFTER_MISS_YOU : template;
    }

    private Range afterCart(Accepted cart, Duration wait) {
        Range range = Range.ONE;
        for (Accepted order : orders) {
            if (order.at().isBefore(cart.at())) {
                range = stoppedBefore(cart, order) ? Range.NONE : least(range, Range.MAYBE);
            } else {
                range = least(range, unlessBefore(order, cart.happenedAt().plus(wait)));
            }
        }
        return range;
    }

    /** The cart is surely older than the order that was accepted before it. */
    private static boolean stoppedBefore(Accepted cart, Accepted order) {
        return cart.happenedAt().plus(cart.doubt()).isBefore(order.happenedAt());
    }

    private Range afterOrder(Accepted order, Duration wait) {
        Object id = order.deed().content().get("order_id");
        return refunds.stream()
                .filter(refund -> refund.deed().content().get("order_id").equals(id))
                .map(refund -> unlessBefore(refund, order.happenedAt().plus(wait)))
                .reduce(Range.ONE, Expectations::least);
    }

    /** An order that may have come when its silence was over already begins one or not, and may have ended the one before. */
    private Range silenceAfter(int order) {
        Accepted from = orders.get(order);
        Range range = from.doubt().compareTo(SILENCE) < 0 ? Range.ONE : Range.MAYBE;
        return order + 1 < orders.size()
                ? least(
                        range,
                        unlessBefore(orders.get(order + 1), from.happenedAt().plus(SILENCE)))
                : range;
    }

    /** Surely none if the event was accepted before the message fell due. */
    private static Range unlessBefore(Accepted event, Instant due) {
        return event.at().isBefore(due) ? Range.NONE : Range.MAYBE;
    }

    private static Range least(Range one, Range other) {
        return one.most() < other.most() || (one.most() == other.most() && one.least() < other.least()) ? one : other;
    }

    private static List<Accepted> named(List<Accepted> deeds, String event) {
        return deeds.stream().filter(deed -> deed.deed().event().equals(event)).toList();
    }
}
