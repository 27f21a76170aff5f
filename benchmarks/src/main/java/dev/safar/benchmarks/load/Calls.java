package dev.safar.benchmarks.load;

import dev.safar.benchmarks.load.Session.Visit;
import dev.safar.contracts.CustomerEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Calls as ingest writes them, with the fields and sizes that tracking libraries give them. */
final class Calls {

    private static final int PRODUCTS = 20_000;
    private static final int CHEAPEST = 15;
    private static final int DEAREST = 120;
    private static final int MOST_MILLIS_ON_THE_WAY = 400;

    private static final Map<String, Object> SHOP_CONTEXT =
            fields("locale", "en-US", "page", fields("path", "/", "url", "https://shop.example/", "title", "Shop"));

    private final Random random;
    private long number;

    Calls(Random random) {
        this.random = random;
    }

    double price() {
        return CHEAPEST + random.nextInt((DEAREST - CHEAPEST) * 100) / 100.0;
    }

    CustomerEvent identify(int customer, Instant received) {
        Map<String, Object> traits = fields(
                "email",
                "customer-" + customer + "@mail.example",
                "phone",
                String.format(Locale.ROOT, "+98912%07d", customer),
                "first_name",
                "Ada",
                "last_name",
                "Lovelace",
                "locale",
                "en",
                "consents",
                fields("email", true, "sms", customer % 2 == 0));
        return call("identify", null, customer, received, Map.of(), traits);
    }

    CustomerEvent viewed(Visit visit, Instant received) {
        int product = random.nextInt(PRODUCTS);
        return track("Product Viewed", visit, received, product(product, price()));
    }

    CustomerEvent added(Visit visit, double cartTotal, Instant received) {
        int product = random.nextInt(PRODUCTS);
        Map<String, Object> properties = product(product, price());
        properties.put("cart_id", cart(visit));
        properties.put("cart_total", cents(cartTotal));
        properties.put("quantity", 1);
        return track("Product Added", visit, received, properties);
    }

    CustomerEvent ordered(Visit visit, double total, Instant received) {
        return track(
                "Order Completed",
                visit,
                received,
                fields(
                        "order_id",
                        order(visit),
                        "cart_id",
                        cart(visit),
                        "total",
                        cents(total),
                        "currency",
                        "EUR",
                        "products",
                        List.of(product(random.nextInt(PRODUCTS), price()))));
    }

    CustomerEvent emptied(Visit visit, Instant received) {
        return track("Cart Emptied", visit, received, fields("cart_id", cart(visit)));
    }

    CustomerEvent refunded(Visit visit, double total, Instant received) {
        return track(
                "Order Refunded",
                visit,
                received,
                fields("order_id", order(visit), "total", cents(total), "currency", "EUR"));
    }

    private CustomerEvent track(String event, Visit visit, Instant received, Map<String, Object> properties) {
        return call("track", event, visit.customer(), received, properties, Map.of());
    }

    private CustomerEvent call(
            String type,
            String event,
            int customer,
            Instant received,
            Map<String, Object> properties,
            Map<String, Object> traits) {
        String id = customerId(customer);
        number++;
        return new CustomerEvent(
                type,
                event,
                id,
                id,
                String.format(Locale.ROOT, "f1b2c3d4-0000-4000-8000-%012d", customer),
                String.format(Locale.ROOT, "ajs-next-%d-%012d", received.toEpochMilli(), number),
                received.minusMillis(random.nextInt(MOST_MILLIS_ON_THE_WAY)),
                received,
                properties,
                traits,
                SHOP_CONTEXT,
                "web",
                false);
    }

    static String customerId(int customer) {
        return "customer-" + customer;
    }

    private static String cart(Visit visit) {
        return "cart-" + visit.number();
    }

    private static String order(Visit visit) {
        return "order-" + visit.number();
    }

    private static Map<String, Object> product(int product, double price) {
        return fields(
                "product_id",
                "product-" + product,
                "sku",
                "sku-" + product,
                "name",
                "A pair of shoes",
                "category",
                "shoes",
                "price",
                cents(price),
                "currency",
                "EUR");
    }

    private static double cents(double amount) {
        return Math.round(amount * 100) / 100.0;
    }

    /** In this order, so that the same load has the same bytes. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
