package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.WrittenUntil;
import java.util.List;

/**
 * Once a list of steps has anchored a wait to the start of the run, a plain wait after it moves with whatever happened
 * before, which is seldom meant.
 */
final class RelativeWaitRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        check(journey.written().steps(), problems);
    }

    private static void check(List<WrittenStep> steps, Problems problems) {
        boolean anchored = false;
        for (WrittenStep step : steps) {
            anchored |= step instanceof WrittenStep.WaitUntil until && until.until() instanceof WrittenUntil.SinceStart;
            if (anchored && step instanceof WrittenStep.Wait wait) {
                String message = "this counts from the step before, the waits above from the start; write it like "
                        + "'wait: { until: start + 5d }' if that is meant";
                problems.warn(wait.head().where(), "relative-wait", message);
            }
            step.inside().forEach(inner -> check(inner, problems));
        }
    }
}
