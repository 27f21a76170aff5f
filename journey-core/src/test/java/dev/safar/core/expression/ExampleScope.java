package dev.safar.core.expression;

import dev.safar.core.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A customer with a past, an event and a run. */
class ExampleScope implements Scope {

    static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Map<String, Object> event() {
        return Map.of(
                "whole",
                50L,
                "decimal",
                50.0,
                "fraction",
                12.5,
                "large",
                123456789012345680.0,
                "name",
                "کفش",
                "empty",
                "",
                "with space",
                "x",
                "product",
                "p1",
                "note",
                "customer.in(x)",
                "products",
                List.of(Map.of("sku", "a"), Map.of("sku", "b")));
    }

    @Override
    public Map<String, Object> attributes() {
        return Map.of("vip", true);
    }

    @Override
    public long count(String event) {
        return event.equals("Order Completed") ? 3 : 0;
    }

    @Override
    public long count(String event, Duration window) {
        return event.equals("Order Completed") && window.equals(Duration.ofDays(30)) ? 2 : -1;
    }

    @Override
    public double sum(String event, String field) {
        return event.equals("Order Completed") && field.equals("total") ? 150 : 0;
    }

    @Override
    public double sum(String event, String field, Duration window) {
        return field.equals("total") && window.equals(Duration.ofDays(90)) ? 19.9 : 0;
    }

    @Override
    public long sessions() {
        return 12;
    }

    @Override
    public long sessions(Duration window) {
        return window.toDays() == 7 ? 2 : -1;
    }

    @Override
    public boolean seen(String product) {
        return product.equals("p1");
    }

    @Override
    public Map<String, Object> cart() {
        Map<String, Object> item = Map.of("product_id", "p1", "quantity", 2L, "price", 19.9);
        return Map.of("items", List.of(item), "count", 2L, "total", 39.8);
    }

    @Override
    public Map<String, Object> consents() {
        return Map.of("email", true, "sms", false);
    }

    @Override
    public boolean in(String segment) {
        return segment.equals("best");
    }

    @Override
    public Optional<Instant> last(String event) {
        return event.equals("Order Completed") ? Optional.of(STARTED.plusSeconds(60)) : Optional.empty();
    }

    @Override
    public Optional<Instant> first(String event) {
        return event.equals("Order Completed") ? Optional.of(STARTED.minusSeconds(60)) : Optional.empty();
    }

    @Override
    public Map<String, Object> run() {
        return Map.of("key", "c1", "started_at", STARTED, "start", Map.of("cart_total", 20L));
    }

    @Override
    public Instant now() {
        return STARTED.plusSeconds(100_000);
    }
}
