package dev.safar.core.expression;

import java.util.HashSet;
import java.util.Set;

/**
 * What an expression can notice.
 *
 * @param event fields of the event at hand
 * @param start fields of the event that started the run
 * @param customer attributes of the customer
 * @param history names of the events whose count or times it asks for
 * @param values names that the run has only where a step sets them
 */
public record References(
        Set<String> event, Set<String> start, Set<String> customer, Set<String> history, Set<String> values) {

    /** Nothing at all. */
    public static final References NONE = new References(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public References {
        event = Set.copyOf(event);
        start = Set.copyOf(start);
        customer = Set.copyOf(customer);
        history = Set.copyOf(history);
        values = Set.copyOf(values);
    }

    /** What either can notice. */
    public References and(References other) {
        return new References(
                union(event, other.event),
                union(start, other.start),
                union(customer, other.customer),
                union(history, other.history),
                union(values, other.values));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }
}
