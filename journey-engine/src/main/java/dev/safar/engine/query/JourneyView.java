package dev.safar.engine.query;

import dev.safar.core.model.JourneyId;
import dev.safar.engine.state.Tally;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A journey in numbers: what entered either waits or has finished.
 *
 * @param finished per reason
 */
public record JourneyView(String journey, long entered, long waiting, Map<String, Long> finished) {

    /** The current journeys and all that were ever counted, by name. */
    public static List<JourneyView> of(List<JourneyId> current, Tally tally) {
        TreeSet<String> names = new TreeSet<>();
        current.forEach(journey -> names.add(journey.value()));
        tally.journeys().keySet().forEach(journey -> names.add(journey.value()));
        return names.stream()
                .map(name -> of(name, tally.of(new JourneyId(name))))
                .toList();
    }

    private static JourneyView of(String name, Tally.Counts counts) {
        return new JourneyView(name, counts.entered(), counts.waiting(), new TreeMap<>(counts.finished()));
    }
}
