package dev.safar.standalone.chaos.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What becomes of a customer, in ways that make a difference to what may be sent. */
enum Life {
    ABANDONS(25),
    BUYS_AT_ONCE(20),
    BUYS_LATER(25),
    BUYS_TWICE(10),
    REFUNDS(8),
    CART_COMES_AFTER_ITS_ORDER(7),
    BROWSES(5);

    private static final String CART = "Product Added";
    private static final String ORDER = "Order Completed";
    private static final int SECOND = 1_000;

    private final int weight;

    Life(int weight) {
        this.weight = weight;
    }

    static Life any(Random random) {
        int drawn = random.nextInt(100);
        for (Life life : values()) {
            drawn -= life.weight;
            if (drawn < 0) {
                return life;
            }
        }
        return ABANDONS;
    }

    /** The customer's deeds in the order in which they are posted. */
    List<Deed> deeds(String customer, Random random) {
        Script script = new Script(customer, random);
        switch (this) {
            case ABANDONS -> script.track(CART, 0, SECOND);
            case BUYS_AT_ONCE -> script.track(CART, 0, SECOND).track(ORDER, 100, 900);
            case BUYS_LATER -> script.track(CART, 0, SECOND).track(ORDER, SECOND, 5 * SECOND);
            case BUYS_TWICE ->
                script.track(CART, 0, SECOND).track(ORDER, 100, SECOND).track(ORDER, 500, 3 * SECOND);
            case REFUNDS -> script.track(ORDER, 0, SECOND).track("Order Refunded", 100, 2 * SECOND);
            case CART_COMES_AFTER_ITS_ORDER -> script.track(ORDER, 0, SECOND).late(CART, Duration.ofSeconds(20));
            case BROWSES -> script.page().page().page();
        }
        return script.deeds;
    }

    /** Deeds as they are written down; everyone says first who they are. */
    private static final class Script {

        private final List<Deed> deeds = new ArrayList<>();
        private final String customer;
        private final Random random;
        private int orders;

        Script(String customer, Random random) {
            this.customer = customer;
            this.random = random;
            Map<String, Object> traits =
                    Map.of("email", customer + "@shop.example", "phone", phone(), "first_name", customer);
            deeds.add(new Deed(nextId(), "identify", "", Duration.ZERO, Duration.ZERO, traits));
        }

        Script track(String event, int from, int to) {
            return add("track", event, Duration.ofMillis(from + random.nextInt(to - from)), Duration.ZERO);
        }

        Script late(String event, Duration age) {
            return add("track", event, Duration.ofMillis(random.nextInt(SECOND)), age);
        }

        Script page() {
            return add("page", "", Duration.ofMillis(random.nextInt(SECOND)), Duration.ofHours(random.nextInt(40)));
        }

        private Script add(String type, String event, Duration pause, Duration age) {
            deeds.add(new Deed(nextId(), type, event, pause, age, properties(event)));
            return this;
        }

        private Map<String, Object> properties(String event) {
            return switch (event) {
                case CART -> Map.of("cart_id", customer + "-cart");
                case ORDER -> Map.of("order_id", customer + "-order-" + ++orders, "total", 40);
                case "Order Refunded" -> Map.of("order_id", customer + "-order-" + orders);
                default -> Map.of("path", "/things/" + random.nextInt(100));
            };
        }

        private String nextId() {
            return customer + "." + deeds.size();
        }

        private String phone() {
            return "+98912" + (1_000_000 + random.nextInt(9_000_000));
        }
    }
}
