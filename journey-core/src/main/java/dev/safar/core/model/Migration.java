package dev.safar.core.model;

import java.util.Map;

/**
 * How runs of earlier versions come over to this one: a step of the same name stays where it is.
 *
 * @param steps old step to new step, for those that are gone or mean something else now
 */
public record Migration(Map<StepId, StepId> steps) {

    public Migration {
        steps = Map.copyOf(steps);
    }

    /** Where a run that waits at {@code old} goes on. */
    public StepId target(StepId old) {
        return steps.getOrDefault(old, old);
    }
}
