package dev.safar.core.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journey as its author wrote it: every part knows its place, nothing is resolved. */
public record WrittenJourney(
        YamlNode.Scalar name,
        Optional<YamlNode.Scalar> owner,
        Optional<YamlNode.Scalar> title,
        WrittenStart start,
        WrittenAdmission admission,
        List<WrittenEvent> stops,
        Optional<WrittenGoal> goal,
        Optional<WrittenMigration> migration,
        List<WrittenStep> steps) {

    public WrittenJourney {
        stops = List.copyOf(stops);
        steps = List.copyOf(steps);
    }

    /** All steps in written order, each followed by those inside it. */
    public List<WrittenStep> allSteps() {
        List<WrittenStep> all = new ArrayList<>();
        collect(steps, all);
        return all;
    }

    private static void collect(List<WrittenStep> steps, List<WrittenStep> into) {
        for (WrittenStep step : steps) {
            into.add(step);
            step.inside().forEach(inner -> collect(inner, into));
        }
    }
}
