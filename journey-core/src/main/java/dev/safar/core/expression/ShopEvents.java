package dev.safar.core.expression;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of the events that shops have in common, with their types, as Segment's specification of e-commerce events
 * lists them (version 2, <a href="https://segment.com/docs/connections/spec/ecommerce/v2/">Spec: V2 Ecommerce Events</a>).
 *
 * <p>A field that the specification gives several types may be anything here. Shops may send other fields beside these.
 */
public final class ShopEvents {

    private static final String PRODUCT =
            "product_id text, sku text, category text, name text, brand text, variant text, "
                    + "price number, quantity number, coupon text, currency text, position number, value number, url text, "
                    + "image_url text";
    private static final String CHECKOUT_STEP =
            "checkout_id text, order_id text, step number, shipping_method text, payment_method text";
    private static final String ORDER =
            "checkout_id text, order_id text, affiliation text, subtotal number, total number, "
                    + "value number, revenue number, shipping number, tax number, discount number, coupon text, currency text";
    private static final String COUPON =
            "order_id text, cart_id text, coupon_id text, coupon_name text, discount number, reason text";
    private static final String SHARE = "share_via text, share_message text, recipient text";
    private static final String WISH = "wishlist_id text, wishlist_name text, cart_id text, ";

    private static final Map<String, Shape> EVENTS = events();

    private ShopEvents() {}

    private static Map<String, Shape> events() {
        Map<String, Shape> events = new HashMap<>();
        put(events, "query", List.of("Products Searched"));
        putWithProducts(events, "list_id text, category text", List.of("Product List Viewed"));
        putWithProducts(
                events, "list_id text, category text, filters list, sorts list", List.of("Product List Filtered"));
        put(
                events,
                "promotion_id text, creative text, name text, position",
                List.of("Promotion Viewed", "Promotion Clicked"));
        put(events, PRODUCT, List.of("Product Clicked", "Product Viewed"));
        put(events, "cart_id text, " + PRODUCT, List.of("Product Added", "Product Removed"));
        putWithProducts(events, "cart_id text", List.of("Cart Viewed"));
        put(events, CHECKOUT_STEP, List.of("Checkout Step Viewed", "Checkout Step Completed", "Payment Info Entered"));
        putWithProducts(
                events,
                ORDER,
                List.of("Checkout Started", "Order Updated", "Order Completed", "Order Refunded", "Order Cancelled"));
        put(events, COUPON, List.of("Coupon Entered", "Coupon Applied", "Coupon Denied", "Coupon Removed"));
        put(
                events,
                WISH + PRODUCT,
                List.of(
                        "Product Added to Wishlist",
                        "Product Removed from Wishlist",
                        "Wishlist Product Added to Cart"));
        put(events, SHARE + ", " + PRODUCT, List.of("Product Shared"));
        putWithProducts(events, SHARE + ", cart_id text", List.of("Cart Shared"));
        put(events, "product_id text, review_id text, review_body text, rating", List.of("Product Reviewed"));
        return events;
    }

    private static void put(Map<String, Shape> events, String fields, List<String> names) {
        names.forEach(name -> events.put(name, Shape.fields(Shape.named(fields), Shape.Knowledge.USUAL)));
    }

    private static void putWithProducts(Map<String, Shape> events, String fields, List<String> names) {
        Map<String, Shape> all = Shape.named(fields);
        all.put("products", Shape.listOf(Shape.fields(Shape.named(PRODUCT), Shape.Knowledge.USUAL)));
        names.forEach(name -> events.put(name, Shape.fields(all, Shape.Knowledge.USUAL)));
    }

    /** What they are called. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(EVENTS.keySet());
    }

    /** What is known of an event's fields; nothing where the event is the shop's own. */
    static Shape fieldsOf(Optional<String> event) {
        return event.map(EVENTS::get).orElse(Shape.fields(Map.of(), Shape.Knowledge.SOME));
    }
}
