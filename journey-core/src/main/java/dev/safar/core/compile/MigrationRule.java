package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.HashMap;
import java.util.Map;

/** Runs of earlier versions come over to a step that is there, and at which a run can wait. */
final class MigrationRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        if (!journey.whole()) {
            return;
        }
        Map<String, WrittenStep> steps = new HashMap<>();
        journey.written()
                .allSteps()
                .forEach(step -> steps.put(journey.ids().of(step).value(), step));
        journey.written()
                .migration()
                .ifPresent(migration -> migration.steps().values().forEach(target -> check(target, steps, problems)));
    }

    private static void check(YamlNode.Scalar target, Map<String, WrittenStep> steps, Problems problems) {
        WrittenStep step = steps.get(target.text());
        if (step == null) {
            String message = "there is no step '" + target.text() + "' to come over to; "
                    + Nearest.hint(target.text(), steps.keySet());
            problems.error(target.where(), "unknown-step", message);
        } else if (!waits(step)) {
            String message =
                    "runs can't come over to '" + target.text() + "', at which none waits; name the wait before it";
            problems.error(target.where(), "migrate-to-wait", message);
        }
    }

    private static boolean waits(WrittenStep step) {
        return step instanceof WrittenStep.Wait
                || step instanceof WrittenStep.WaitUntil
                || step instanceof WrittenStep.WaitFor;
    }
}
