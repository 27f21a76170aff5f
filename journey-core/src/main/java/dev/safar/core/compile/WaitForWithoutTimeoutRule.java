package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;

/** A wait for something that may never happen ends some time. */
final class WaitForWithoutTimeoutRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.WaitFor wait && wait.endless() && journey.whole()) {
                String message = "this waits for ever if nothing happens; add 'timeout: 3d' or the like";
                problems.warn(step.head().where(), "wait-for-without-timeout", message);
            }
        }
    }
}
