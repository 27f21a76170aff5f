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
        WrittenStep.Branches inside = step.inside();
        boolean otherwise = check(inside.otherwise(), problems);
        boolean then = check(inside.then(), problems);
        if (waitsForever(step)) {
            if (!inside.otherwise().isEmpty()) {
                String message = "'else' is never reached, the wait has no timeout; add one";
                report(inside.otherwise().get(0), message, problems);
            }
            return then;
        }
        return then || otherwise;
    }

    private static boolean waitsForever(WrittenStep step) {
        return (step instanceof WrittenStep.WaitForEvent event
                        && event.timeout().isEmpty())
                || (step instanceof WrittenStep.WaitForOpened opened
                        && opened.timeout().isEmpty());
    }

    private static void report(WrittenStep step, String message, Problems problems) {
        problems.error(step.head().where(), "unreachable-step", message);
    }
}
