package dev.safar.engine.query;

import dev.safar.core.model.JourneyId;
import dev.safar.engine.state.Place;
import dev.safar.engine.state.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A journey in numbers: what entered either waits or has finished.
 *
 * @param finished per reason
 * @param steps where those wait that wait. Together fewer than {@code waiting} until a state that an earlier version wrote has been
 *     gone through once
 */
public record JourneyView(
        String journey, long entered, long waiting, Map<String, Long> finished, List<StepView> steps) {

    /** How many wait at a step of one version. */
    public record StepView(String version, String step, long waiting) {}

    /** The current journeys and all that were ever counted, by name. */
    public static List<JourneyView> of(List<JourneyId> current, Tally tally, Map<Place, Long> places) {
        TreeSet<String> names = new TreeSet<>();
        current.forEach(journey -> names.add(journey.value()));
        tally.journeys().keySet().forEach(journey -> names.add(journey.value()));
        return names.stream()
                .map(name -> of(name, tally.of(new JourneyId(name)), places))
                .toList();
    }

    private static JourneyView of(String name, Tally.Counts counts, Map<Place, Long> places) {
        List<StepView> steps = places.entrySet().stream()
                .filter(place -> place.getKey().journey().id().value().equals(name))
                .map(place -> new StepView(
                        place.getKey().journey().version(),
                        place.getKey().step().value(),
                        place.getValue()))
                .sorted(Comparator.comparing(StepView::version).thenComparing(StepView::step))
                .toList();
        return new JourneyView(name, counts.entered(), counts.waiting(), new TreeMap<>(counts.finished()), steps);
    }
}
