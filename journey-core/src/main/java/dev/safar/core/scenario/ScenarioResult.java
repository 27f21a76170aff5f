package dev.safar.core.scenario;

import dev.safar.core.definition.Location;
import dev.safar.core.model.JourneyId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one scenario went.
 *
 * @param difference lines to show to its author; empty where all went as expected
 * @param totals of every journey that the customer entered, whether or not the scenario speaks of it
 */
public record ScenarioResult(
        String name, Location where, List<String> difference, Map<JourneyId, JourneyTotals> totals) {

    public ScenarioResult {
        difference = List.copyOf(difference);
        Map<JourneyId, JourneyTotals> sorted =
                new TreeMap<>((one, other) -> one.value().compareTo(other.value()));
        sorted.putAll(totals);
        totals = Collections.unmodifiableMap(sorted);
    }

    public boolean passed() {
        return difference.isEmpty();
    }
}
