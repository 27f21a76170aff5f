package dev.safar.benchmarks.backtest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Made-up traffic in the shape of recorded shops: nine calls in ten are views, few customers do much and many do little, a year
 * of it in the order in which it came in. The same size gives the same calls.
 */
final class ShopTraffic {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(365);
    private static final int CALLS_PER_CUSTOMER = 20;
    private static final double VIEWS = 0.90;
    private static final double CARTS = 0.955;
    private static final double ORDERS = 0.975;
    private static final double PROFILES = 0.995;

    private final Random random = new Random(42);
    private final int calls;

    ShopTraffic(int calls) {
        this.calls = calls;
    }

    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < calls; i++) {
                out.write(call(i));
                out.write('\n');
            }
        }
    }

    private String call(int number) {
        long millis = (long) ((double) LENGTH.toMillis() * number / calls);
        String head =
                """
                {"messageId":"m%d","userId":"customer-%d","timestamp":"%s","context":{"library":{"name":"analytics.js","version":"2.11.1"},\
                "locale":"en","page":{"path":"/","url":"https://shop.example/"}},"""
                        .formatted(number, customer(), START.plusMillis(millis));
        double kind = random.nextDouble();
        if (kind < VIEWS) {
            return head + view();
        }
        if (kind < CARTS) {
            return head + cart();
        }
        if (kind < ORDERS) {
            return head + order(number);
        }
        return head + (kind < PROFILES ? profile() : opened(number));
    }

    /** A few come often: the square of what is evenly spread lies close to nothing. */
    private int customer() {
        double share = random.nextDouble();
        return (int) (share * share * calls / CALLS_PER_CUSTOMER);
    }

    private String view() {
        return """
                "type":"track","event":"Product Viewed","properties":{"product_id":"p%d","category":"shoes","name":"A pair of shoes","price":%d.5,"currency":"EUR"}}"""
                .formatted(random.nextInt(10_000), random.nextInt(200));
    }

    private String cart() {
        return """
                "type":"track","event":"Product Added","properties":{"cart_id":"c%d","product_id":"p%d","cart_total":%d.5,"quantity":1}}"""
                .formatted(random.nextInt(1_000_000), random.nextInt(10_000), random.nextInt(300));
    }

    private String order(int number) {
        return """
                "type":"track","event":"Order Completed","properties":{"order_id":"o%d","total":%d.9,"currency":"EUR","products":[{"product_id":"p1"}]}}"""
                .formatted(number, random.nextInt(300));
    }

    private String profile() {
        int customer = random.nextInt(1_000_000);
        return """
                "type":"identify","traits":{"email":"c%1$d@example.com","phone":"+98912%1$07d","first_name":"Ada","locale":"en","consents":["email","sms"]}}"""
                .formatted(customer);
    }

    private static String opened(int number) {
        return """
                "type":"track","event":"Email Opened","properties":{"message_id":"unknown-%d"}}"""
                .formatted(number);
    }
}
