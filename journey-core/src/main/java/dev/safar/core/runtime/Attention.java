package dev.safar.core.runtime;

import dev.safar.core.model.BrowsingNeeds;
import dev.safar.core.model.Memory;
import dev.safar.core.model.Observed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Picks out of an event what a workspace has to remember of it. */
final class Attention {

    private final Observed observed;

    Attention(Observed observed) {
        this.observed = observed;
    }

    /** What the history remembers: empty for nothing at all, no fields for its count and time alone. */
    Optional<Map<String, Object>> kept(Event event) {
        if (observed.memoryOf(event.name()).isEmpty()) {
            return Optional.empty();
        }
        if (!observed.recent().contains(event.name())) {
            return Optional.of(Map.of());
        }
        Map<String, Object> fields = new HashMap<>(event.fields());
        fields.keySet().retainAll(observed.fieldsOf(event.name()));
        return Optional.of(Map.copyOf(fields));
    }

    Impression impressionOf(Event event) {
        Memory memory = observed.memoryOf(event.name()).orElse(Memory.PLAIN);
        Map<String, Double> amounts = new HashMap<>();
        for (String field : memory.sums()) {
            amount(event, field).ifPresent(amount -> amounts.put(field, amount));
        }
        return new Impression(memory, amounts, visit(event));
    }

    private Optional<Impression.Visit> visit(Event event) {
        BrowsingNeeds needs = observed.browsing();
        Impression.Visit visit = new Impression.Visit(
                needs.sessions().filter(window -> BrowsingNeeds.VISITS.contains(event.name())),
                needs.seen() && event.name().equals(BrowsingNeeds.PRODUCT_VIEWED) ? product(event) : Optional.empty(),
                needs.cart() ? cartChange(event) : Optional.empty());
        boolean something = visit.sessions().isPresent()
                || visit.seen().isPresent()
                || visit.cart().isPresent();
        return something ? Optional.of(visit) : Optional.empty();
    }

    private static Optional<Impression.CartChange> cartChange(Event event) {
        if (BrowsingNeeds.CART_ENDS.contains(event.name())) {
            return Optional.of(Impression.CartChange.EMPTIED);
        }
        Optional<Long> quantity = amount(event, BrowsingNeeds.QUANTITY)
                .map(amount -> Math.max(0, Math.min(Math.round(amount), Impression.CartChange.ALL)));
        return switch (event.name()) {
            case BrowsingNeeds.PRODUCT_ADDED ->
                product(event)
                        .map(product -> new Impression.CartChange(
                                Optional.of(product), quantity.orElse(1L), amount(event, BrowsingNeeds.PRICE)));
            case BrowsingNeeds.PRODUCT_REMOVED ->
                product(event)
                        .map(product -> new Impression.CartChange(
                                Optional.of(product), -quantity.orElse(Impression.CartChange.ALL), Optional.empty()));
            default -> Optional.empty();
        };
    }

    /** An id is the same product whether it comes as a text or as a number. */
    private static Optional<String> product(Event event) {
        Object product = event.fields().get(BrowsingNeeds.PRODUCT_ID);
        return product instanceof String || product instanceof Long
                ? Optional.of(product.toString()).filter(id -> !id.isEmpty())
                : Optional.empty();
    }

    private static Optional<Double> amount(Event event, String field) {
        Object value = event.fields().get(field);
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }
}
