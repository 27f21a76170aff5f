package dev.safar.core.runtime;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer has put into the cart and not bought yet. Changes may arrive in any order: the cart is what they come to by
 * their own times.
 *
 * @param emptied when it was empty last
 * @param changes since then, oldest first
 */
public record Cart(Optional<Instant> emptied, List<Change> changes) {

    /** Nothing in it, and never was. */
    public static final Cart EMPTY = new Cart(Optional.empty(), List.of());

    /** How many changes are told apart; beyond, only what they came to is known. */
    static final int LIMIT = 100;

    public Cart {
        changes = List.copyOf(changes);
    }

    /**
     * Products put in, or taken out where the quantity is below zero.
     *
     * @param price of one; empty where it was not said
     */
    public record Change(Instant time, String product, long quantity, Optional<Double> price) {}

    Cart after(Impression.CartChange change, Instant time) {
        return change.product()
                .map(product -> with(new Change(time, product, change.quantity(), change.price())))
                .orElseGet(() -> emptied(time));
    }

    private Cart emptied(Instant time) {
        Instant latest = emptied.map(known -> Instants.later(known, time)).orElse(time);
        return new Cart(
                Optional.of(latest),
                changes.stream().filter(change -> change.time().isAfter(latest)).toList());
    }

    private Cart with(Change change) {
        if (emptied.filter(time -> !change.time().isAfter(time)).isPresent()) {
            return this;
        }
        List<Change> all = new ArrayList<>(changes);
        all.add(change);
        all.sort(Comparator.comparing(Change::time));
        return new Cart(emptied, all.size() <= LIMIT ? all : summary(all));
    }

    /** One change per product that is still in the cart. */
    private static List<Change> summary(List<Change> all) {
        Map<String, Change> items = items(all);
        List<Change> left = all.stream()
                .filter(change -> change.equals(latest(all, change.product())) && items.containsKey(change.product()))
                .map(change -> items.get(change.product()))
                .distinct()
                .toList();
        return left.subList(Math.max(0, left.size() - LIMIT), left.size());
    }

    private static Change latest(List<Change> all, String product) {
        return all.stream()
                .filter(change -> change.product().equals(product))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** What is in it: per product how many, at the price that was said last. */
    private static Map<String, Change> items(List<Change> changes) {
        Map<String, Change> items = new LinkedHashMap<>();
        Map<String, Double> prices = new HashMap<>();
        for (Change change : changes) {
            String product = change.product();
            change.price().ifPresent(price -> prices.put(product, price));
            long before = items.containsKey(product) ? items.get(product).quantity() : 0;
            long quantity = Math.max(0, before + change.quantity());
            items.remove(product);
            if (quantity > 0) {
                items.put(
                        product,
                        new Change(change.time(), product, quantity, Optional.ofNullable(prices.get(product))));
            }
        }
        return items;
    }

    /** {@code items}, {@code count} and {@code total}, as conditions and templates see them. */
    Map<String, Object> fields() {
        List<Map<String, Object>> items = new ArrayList<>();
        long count = 0;
        BigDecimal total = BigDecimal.ZERO;
        for (Change item : items(changes).values()) {
            items.add(fields(item));
            count += item.quantity();
            BigDecimal price = BigDecimal.valueOf(item.price().orElse(0.0));
            total = total.add(price.multiply(BigDecimal.valueOf(item.quantity())));
        }
        return Map.of("items", List.copyOf(items), "count", count, "total", number(total.doubleValue()));
    }

    private static Map<String, Object> fields(Change item) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("product_id", item.product());
        fields.put("quantity", item.quantity());
        item.price().ifPresent(price -> fields.put("price", number(price)));
        return Map.copyOf(fields);
    }

    /** Whole where it is, so that it reads as the shop wrote it. */
    private static Object number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? (Object) (long) value : (Object) value;
    }
}
