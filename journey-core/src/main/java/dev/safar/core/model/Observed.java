package dev.safar.core.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a workspace can notice. An event that is not in here needs no parsing and no state.
 *
 * @param fields per observed event name, the fields that some condition, key or template reads, or that are added up; the
 *     fields of an identify call are the customer's attributes
 * @param recent the stop events whose last occurrences must be kept with their fields, because a condition compares them
 *     with the start event that may arrive after them
 * @param history per event name of whose past somebody asks, what is remembered of it
 * @param browsing what is remembered of visits
 */
public record Observed(
        Map<String, Set<String>> fields, Set<String> recent, Map<String, Memory> history, BrowsingNeeds browsing) {

    public Observed {
        fields = Map.copyOf(fields);
        recent = Set.copyOf(recent);
        history = Map.copyOf(history);
    }

    public boolean observes(String event) {
        return fields.containsKey(event);
    }

    public Set<String> fieldsOf(String event) {
        return fields.getOrDefault(event, Set.of());
    }

    /** The properties in which those fields are: of {@code address.city} it is {@code address}. */
    public Set<String> propertiesOf(String event) {
        Set<String> paths = fieldsOf(event);
        for (String path : paths) {
            if (path.indexOf('.') >= 0) {
                return paths.stream().map(Observed::property).collect(Collectors.toUnmodifiableSet());
            }
        }
        return paths; // which is so for most, and each event asks
    }

    private static String property(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** What is remembered of an event; empty where nothing is. */
    public Optional<Memory> memoryOf(String event) {
        return Optional.ofNullable(history.get(event));
    }
}
