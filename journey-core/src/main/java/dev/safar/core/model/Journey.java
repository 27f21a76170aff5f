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
