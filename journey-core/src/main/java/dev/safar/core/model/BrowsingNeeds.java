package dev.safar.core.model;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to be remembered of a customer's visits.
 *
 * @param sessions the longest time back from now over which sessions are counted, zero where only all of them are; empty
 *     where nobody counts them
 * @param seen whether it matters which products were looked at
 * @param cart whether it matters what is in the cart
 */
public record BrowsingNeeds(Optional<Duration> sessions, boolean seen, boolean cart) {

    /** Nothing at all. */
    public static final BrowsingNeeds NONE = new BrowsingNeeds(Optional.empty(), false, false);

    /** Under these names events arrive that show that a customer is in the shop. */
    public static final Set<String> VISITS = Set.of(
            "Page Viewed",
            "Screen Viewed",
            "Application Opened",
            "Products Searched",
            "Product List Viewed",
            "Product List Filtered",
            "Product Clicked",
            "Product Viewed",
            "Product Added",
            "Product Removed",
            "Cart Viewed",
            "Checkout Started");

    public static final String PRODUCT_VIEWED = "Product Viewed";
    public static final String PRODUCT_ADDED = "Product Added";
    public static final String PRODUCT_REMOVED = "Product Removed";

    /** After any of these the cart is empty. */
    public static final Set<String> CART_ENDS = Set.of("Cart Emptied", "Order Completed");

    public static final String PRODUCT_ID = "product_id";
    public static final String QUANTITY = "quantity";
    public static final String PRICE = "price";

    /** What either needs. */
    public BrowsingNeeds and(BrowsingNeeds other) {
        return new BrowsingNeeds(
                Stream.concat(sessions.stream(), other.sessions.stream()).max(Duration::compareTo),
                seen || other.seen,
                cart || other.cart);
    }

    /** The events that have to be looked at, and the fields of each. */
    public Map<String, Set<String>> events() {
        Map<String, Set<String>> events = new HashMap<>();
        if (sessions.isPresent()) {
            VISITS.forEach(name -> events.put(name, Set.of()));
        }
        if (seen) {
            events.put(PRODUCT_VIEWED, Set.of(PRODUCT_ID));
        }
        if (cart) {
            events.put(PRODUCT_ADDED, Set.of(PRODUCT_ID, QUANTITY, PRICE));
            events.put(PRODUCT_REMOVED, Set.of(PRODUCT_ID, QUANTITY));
            CART_ENDS.forEach(name -> events.put(name, Set.of()));
        }
        return Map.copyOf(events);
    }
}
