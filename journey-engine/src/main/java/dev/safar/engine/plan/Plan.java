package dev.safar.engine.plan;

import dev.safar.core.model.ApplyLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a changed workspace does to customers now in flight.
 *
 * @param from the version that decides now; empty text where none does
 * @param inFlight how many runs wait now
 * @param templates those that are new, gone or say something else
 * @param segments likewise
 * @param settings likewise, by their keys in {@code workspace.yaml}
 * @param countsFromNow what conditions ask of the past and nobody has remembered so far
 * @param limits how much a change may touch without being asked twice
 */
public record Plan(
        String from,
        String to,
        long inFlight,
        List<JourneyChange> journeys,
        List<String> templates,
        List<String> segments,
        List<String> settings,
        List<String> countsFromNow,
        ApplyLimits limits) {

    public Plan {
        journeys = List.copyOf(journeys);
        templates = List.copyOf(templates);
        segments = List.copyOf(segments);
        settings = List.copyOf(settings);
        countsFromNow = List.copyOf(countsFromNow);
    }

    /** How a journey differs from the one that decides now. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED,
        UNCHANGED
    }

    /**
     * One journey.
     *
     * @param from its version now; empty text for none
     * @param to its version then; empty text for none
     * @param steps where its runs wait now
     * @param uncounted runs that wait and of which it is not known yet where
     * @param problems what is wrong with how its runs come over
     */
    public record JourneyChange(
            String journey,
            Kind kind,
            String from,
            String to,
            List<StepChange> steps,
            long uncounted,
            List<String> problems) {
        public JourneyChange {
            steps = List.copyOf(steps);
            problems = List.copyOf(problems);
        }
    }

    /** What happens to those who wait at a step. */
    public enum Fate {
        /** They go on as they are. */
        STAYS,
        /** They go on as they are, and messages still to come say something else. */
        REWORDED,
        /** They come over to the new version. */
        MOVES,
        /** They were to come over, and nobody said where to. */
        LOST
    }

    /**
     * Those who wait at one step of one version.
     *
     * @param target the step of the new version that they come over to; empty where they don't
     */
    public record StepChange(String version, String step, long waiting, Fate fate, Optional<String> target) {}

    /** How many runs are treated otherwise than they would have been. */
    public long touched() {
        return waiting(Fate.MOVES) + waiting(Fate.REWORDED);
    }

    /** In per cent of those in flight. */
    public double share() {
        return inFlight == 0 ? 0 : 100.0 * touched() / inFlight;
    }

    /** Whether it goes beyond what may be done without being asked twice. */
    public boolean exceedsLimits() {
        return limits.maxCustomers().filter(most -> touched() > most).isPresent()
                || limits.maxShare().filter(most -> share() > most).isPresent();
    }

    /** Why it can't be applied at all; none where it can. */
    public List<String> obstacles() {
        return journeys.stream().flatMap(journey -> obstacles(journey).stream()).toList();
    }

    private static List<String> obstacles(JourneyChange journey) {
        List<String> obstacles = new ArrayList<>(journey.problems());
        journey.steps().stream()
                .filter(step -> step.fate() == Fate.LOST)
                .map(step -> journey.journey() + ": " + step.waiting() + " wait at step '" + step.step()
                        + "' of version " + step.version() + ", which is gone; say under 'migrate' where they go on")
                .forEach(obstacles::add);
        return obstacles;
    }

    private long waiting(Fate fate) {
        return journeys.stream()
                .flatMap(journey -> journey.steps().stream())
                .filter(step -> step.fate() == fate)
                .mapToLong(StepChange::waiting)
                .sum();
    }
}
