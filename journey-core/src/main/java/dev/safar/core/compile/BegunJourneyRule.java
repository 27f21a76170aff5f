package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.TreeSet;

/** A journey that a step begins exists, and waits to be called. */
final class BegunJourneyRule implements WorkspaceRule {

    @Override
    public void check(Together together, Problems problems) {
        for (JourneyDraft journey : together.journeys()) {
            for (WrittenStep step : journey.written().allSteps()) {
                if (step instanceof WrittenStep.Begin begin) {
                    check(begin.journey(), together, problems);
                }
            }
        }
    }

    private static void check(YamlNode.Scalar name, Together together, Problems problems) {
        if (!together.names().contains(name.text())) {
            String hint = Nearest.hint(name.text(), new TreeSet<>(together.names()));
            problems.error(
                    name.where(), RuleNames.UNKNOWN_JOURNEY, "there is no journey '" + name.text() + "'; " + hint);
        }
        boolean startsOtherwise = together.journeys().stream()
                .filter(journey -> journey.name().equals(name.text()))
                .anyMatch(journey -> !(journey.written().start() instanceof WrittenStart.Called));
        if (startsOtherwise) {
            String message = "'" + name.text() + "' does not wait to be called; give it 'start: { called: true }'";
            problems.error(name.where(), "journey-not-called", message);
        }
    }
}
