package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.HashMap;
import java.util.Map;

/** No two steps of a journey have the same name. */
final class DuplicateStepRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        Map<String, YamlNode.Scalar> seen = new HashMap<>();
        for (WrittenStep step : journey.written().allSteps()) {
            step.head().id().ifPresent(id -> {
                YamlNode.Scalar first = seen.putIfAbsent(id.text(), id);
                if (first != null) {
                    String message = "the step in line " + first.where().line() + " is called '" + id.text()
                            + "' too; give this one another id";
                    problems.error(id.where(), "duplicate-step-id", message);
                }
            });
        }
    }
}
