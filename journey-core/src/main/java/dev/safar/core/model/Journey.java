package dev.safar.core.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A compiled journey: resolved, immutable, nothing left to look up by name.
 *
 * @param steps the program, entered at index 0
 * @param title for people; empty text where its author gave none
 * @param migration how runs of earlier versions come over; empty where they stay on theirs
 * @param startFields the fields of the starting event that a run keeps, because a condition or template reads them
 */
public record Journey(
        JourneyRef ref,
        String owner,
        String title,
        Start start,
        Admission admission,
        List<StopRule> stops,
        Optional<Goal> goal,
        List<Step> steps,
        Optional<Migration> migration,
        Set<String> startFields) {

    public Journey {
        stops = List.copyOf(stops);
        steps = List.copyOf(steps);
        startFields = Set.copyOf(startFields);
    }

    /**
     * Where a run of another version comes over to that waits at {@code step}: a step at which runs wait, or one of the same name
     * that does the same as before. Empty where there is none, and where runs stay on their version.
     *
     * @param from the version it waits in; empty where that is not known any more
     */
    public Optional<StepId> target(Optional<Journey> from, StepId step) {
        return migration.map(map -> map.target(step)).filter(target -> {
            Optional<Step> there = step(target);
            Optional<Step> here = from.flatMap(journey -> journey.step(step));
            return there.filter(Step::parks).isPresent()
                    || (target.equals(step)
                            && here.isPresent()
                            && there.filter(to -> to.getClass() == here.get().getClass())
                                    .isPresent());
        });
    }

    private Optional<Step> step(StepId id) {
        int index = indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(steps.get(index));
    }

    /** Where a step stands in {@link #steps()}; -1 if this version has no such step. */
    public int indexOf(StepId id) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
