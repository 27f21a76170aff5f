package dev.safar.core.expression;

import dev.safar.core.definition.Location;
import dev.safar.core.model.BrowsingNeeds;
import dev.safar.core.model.Memory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an expression can notice.
 *
 * @param event fields of the event at hand
 * @param start fields of the event that started the run
 * @param customer attributes of the customer
 * @param history names of the events of whose past it asks something, and what
 * @param browsing what it asks of the customer's visits
 * @param segments names of the segments it asks for, and where it first does
 * @param values names that the run has only where a step sets them
 * @param timeDependent whether time alone can change what it gives
 */
public record References(
        Set<String> event,
        Set<String> start,
        Set<String> customer,
        Map<String, Memory> history,
        BrowsingNeeds browsing,
        Map<String, Location> segments,
        Set<String> values,
        boolean timeDependent) {

    /** Nothing at all. */
    public static final References NONE =
            new References(Set.of(), Set.of(), Set.of(), Map.of(), BrowsingNeeds.NONE, Map.of(), Set.of(), false);

    public References {
        event = Set.copyOf(event);
        start = Set.copyOf(start);
        customer = Set.copyOf(customer);
        history = Map.copyOf(history);
        segments = Map.copyOf(segments);
        values = Set.copyOf(values);
    }

    /** A field of the customer: an attribute, or what takes the place of one. */
    public static References toCustomer(String field) {
        return Notes.ofCustomer(field);
    }

    /** What either can notice. */
    public References and(References other) {
        Map<String, Memory> memories = new HashMap<>(history);
        other.history.forEach((name, memory) -> memories.merge(name, memory, Memory::and));
        Map<String, Location> named = new HashMap<>(other.segments);
        named.putAll(segments);
        return new References(
                union(event, other.event),
                union(start, other.start),
                union(customer, other.customer),
                memories,
                browsing.and(other.browsing),
                named,
                union(values, other.values),
                timeDependent || other.timeDependent);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }
}
