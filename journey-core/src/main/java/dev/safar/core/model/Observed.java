package dev.safar.core.model;

import java.util.Map;
import java.util.Set;

/**
 * What a workspace can notice. An event that is not in here needs no parsing and no state.
 *
 * @param fields per observed event name, the fields that some condition, key or template reads; the fields of an identify
 *     call are the customer's attributes
 * @param recent the stop events whose last occurrences must be kept with their fields, because a condition compares them
 *     with the start event that may arrive after them
 */
public record Observed(Map<String, Set<String>> fields, Set<String> recent) {

    public Observed {
        fields = Map.copyOf(fields);
        recent = Set.copyOf(recent);
    }

    public boolean observes(String event) {
        return fields.containsKey(event);
    }

    public Set<String> fieldsOf(String event) {
        return fields.getOrDefault(event, Set.of());
    }
}
