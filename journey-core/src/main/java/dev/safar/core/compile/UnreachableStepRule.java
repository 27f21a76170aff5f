package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;
import java.util.List;

/** Every step can be reached. */
final class UnreachableStepRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        check(journey.written().steps(), problems);
    }

    /** Whether a run can get to the end of these steps. */
    private static boolean check(List<WrittenStep> steps, Problems problems) {
        boolean reached = true;
        boolean reported = false;
        for (WrittenStep step : steps) {
            if (!reached && !reported) {
                report(step, "this step is never reached, all ways before it stop; remove it", problems);
                reported = true;
            }
            reached &= passes(step, problems);
        }
        return reached;
    }

    private static boolean passes(WrittenStep step, Problems problems) {
        if (step instanceof WrittenStep.Stop) {
            return false;
        }
        List<Boolean> passable =
                step.inside().stream().map(inner -> check(inner, problems)).toList();
        if (step instanceof WrittenStep.WaitFor wait && wait.endless()) {
            List<WrittenStep> otherwise = wait.branches().otherwise();
            if (!otherwise.isEmpty()) {
                report(otherwise.get(0), "'else' is never reached, the wait has no timeout; add one", problems);
            }
            return passable.get(0);
        }
        return passable.isEmpty() || passable.contains(true);
    }

    private static void report(WrittenStep step, String message, Problems problems) {
        problems.error(step.head().where(), "unreachable-step", message);
    }
}
