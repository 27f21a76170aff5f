package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenJourney;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.expression.ExpressionCompiler;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A run has what it begins with, and what a step of its journey sets. */
final class RunValueRule implements JourneyRule {

    /** What every run has. */
    static final List<String> OWN = List.of("key", "started_at", "start");

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        Set<String> known = known(journey.written());
        journey.expressions().all().forEach((text, checked) -> {
            for (String name : new TreeSet<>(checked.references().values())) {
                if (!known.contains(name)) {
                    String message = "a run has no '" + name + "'; " + Nearest.hint(name, known);
                    problems.error(text.at(indexOf(name, text)), ExpressionCompiler.BAD_CONDITION, message);
                }
            }
        });
    }

    private static int indexOf(String name, YamlNode.Scalar text) {
        return Math.max(0, text.text().indexOf("run." + name));
    }

    /** What expressions of a journey can read of its runs. */
    static Set<String> known(WrittenJourney journey) {
        Set<String> known = new TreeSet<>(OWN);
        for (WrittenStep step : journey.allSteps()) {
            if (step instanceof WrittenStep.Call call) {
                call.question().as().ifPresent(name -> known.add(name.text()));
            } else if (step instanceof WrittenStep.Set set) {
                set.assignments().stream()
                        .filter(assignment -> assignment.owner().equals("run"))
                        .forEach(assignment -> known.add(assignment.name()));
            }
        }
        return known;
    }
}
