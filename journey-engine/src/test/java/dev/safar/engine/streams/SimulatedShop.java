package dev.safar.engine.streams;

import dev.safar.contracts.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts what customers do, and now and then late, twice, out of order, with a wrong clock, or as nonsense. */
final class SimulatedShop {

    private static final String[][] NONSENSE = {
        {"track", "c0", "{\"type\":"},
        {"track", "c1", "{\"type\":\"track\",\"event\":\"Product Added\",\"messageId\":\"m\"}"},
        {"track", null, "{\"type\":\"track\",\"event\":\"Product Added\",\"messageId\":\"m\"}"},
        {"identify", "c2", null},
        {"tick", "__tick", "{}"},
        {"tick", "__tick", "no time"},
    };

    private final Chance chance;
    private final List<SimulatedPartition> partitions;
    private final VirtualClock clock;
    private final List<Called> called = new ArrayList<>();
    private int calls;

    private record Called(SimulatedLog log, CustomerEvent event) {}

    SimulatedShop(Chance chance, List<SimulatedPartition> partitions, VirtualClock clock) {
        this.chance = chance;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** All customers become known. */
    void open(int customers) {
        for (int i = 0; i < customers; i++) {
            identify("c" + i);
        }
    }

    /** Something happens to one of so many customers. */
    void happen(int customers) {
        String customer = "c" + chance.below(customers);
        now();
        switch (chance.pick(30, 30, 10, 8, 8, 4, 6, 4)) {
            case 0 -> fillCart(customer);
            case 1 -> order(customer, when(), false);
            case 2 -> repeat();
            case 3 -> changeCart(customer);
            case 4 -> refund(customer);
            case 5 -> identify(customer);
            case 6 -> track(customer, "Product Viewed", when(), Map.of("product_id", "p"), false);
            default -> order(customer, clock.instant().minus(chance.upTo(Duration.ofDays(2))), true);
        }
    }

    /** A record that nobody can make sense of. */
    void talkNonsense() {
        String[] nonsense = NONSENSE[chance.below(NONSENSE.length)];
        SimulatedLog log = partitions.get(chance.below(partitions.size())).log();
        log.appendGarbage(now(), nonsense[0], nonsense[1], nonsense[2]);
    }

    private void fillCart(String customer) {
        track(customer, "Product Added", when(), Map.of("cart_id", "cart-" + calls, "call", nextId()), false);
    }

    /** The same cart again, later than before. */
    private void changeCart(String customer) {
        lastOf(customer, "Product Added").ifPresent(former -> {
            Object cart = former.properties().get("cart_id");
            track(customer, "Product Added", clock.instant(), Map.of("cart_id", cart, "call", nextId()), false);
        });
    }

    private void order(String customer, Instant time, boolean historical) {
        Map<String, Object> properties = Map.of("order_id", "order-" + calls, "call", nextId());
        track(customer, "Order Completed", time, properties, historical);
    }

    private void refund(String customer) {
        lastOf(customer, "Order Completed").ifPresent(order -> {
            Object id = order.properties().get("order_id");
            track(customer, "Order Refunded", when(), Map.of("order_id", id), false);
        });
    }

    /** A call that has been posted before, by a sender who didn't hear the answer. */
    private void repeat() {
        if (!called.isEmpty()) {
            Called former = called.get(Math.max(0, called.size() - 1 - chance.below(12)));
            former.log().append(now(), former.event());
        }
    }

    /** When something happened that is posted now: mostly just now, else some time ago, or in the future by a wrong clock. */
    private Instant when() {
        return switch (chance.pick(6, 1, 1, 1, 1)) {
            case 0 -> clock.instant();
            case 1 -> clock.instant().minus(chance.upTo(Duration.ofMinutes(5)));
            case 2 -> clock.instant().minus(chance.upTo(Duration.ofHours(40)));
            case 3 -> clock.instant().minus(chance.upTo(Duration.ofDays(4)));
            default -> clock.instant().plus(chance.upTo(Duration.ofDays(400)));
        };
    }

    private void identify(String customer) {
        Map<String, Object> traits = Map.of("email", customer + "-" + calls + "@shop.example");
        publish(call("identify", customer, clock.instant(), null, traits));
    }

    private void track(String customer, String name, Instant time, Map<String, Object> properties, boolean historical) {
        CustomerEvent plain = call("track", customer, time, properties, null);
        publish(new CustomerEvent(
                plain.type(),
                name,
                customer,
                customer,
                null,
                plain.messageId(),
                plain.timestamp(),
                plain.receivedAt(),
                properties,
                null,
                null,
                "test",
                historical));
    }

    private CustomerEvent call(
            String type, String customer, Instant time, Map<String, Object> properties, Map<String, Object> traits) {
        calls++;
        Instant received = now();
        Instant millis = time.truncatedTo(ChronoUnit.MILLIS);
        return new CustomerEvent(
                type,
                null,
                customer,
                customer,
                null,
                "m" + calls,
                millis,
                received,
                properties,
                traits,
                null,
                "test",
                false);
    }

    private void publish(CustomerEvent event) {
        int partition = Integer.parseInt(event.customerId().substring(1)) % partitions.size();
        SimulatedLog log = partitions.get(partition).log();
        log.append(clock.instant(), event);
        called.add(new Called(log, event));
    }

    private Optional<CustomerEvent> lastOf(String customer, String name) {
        return called.stream()
                .map(Called::event)
                .filter(event -> customer.equals(event.customerId()) && name.equals(event.event()))
                .reduce((first, second) -> second);
    }

    private String nextId() {
        return "m" + (calls + 1);
    }

    /** No two things happen at the same moment. */
    private Instant now() {
        clock.set(clock.instant().plusMillis(1));
        return clock.instant();
    }
}
