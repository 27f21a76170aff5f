package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.template.TemplateReading;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** A template that nothing sends yet reads only what some run has. Those that are sent are judged by who sends them. */
final class UnsentTemplateRule implements WorkspaceRule {

    private static final String RUN = "run.";

    @Override
    public void check(Together together, Problems problems) {
        TemplateCatalogue templates = together.around().templates();
        Set<String> sent = new HashSet<>();
        Set<String> known = new TreeSet<>(RunValueRule.OWN);
        for (JourneyDraft journey : together.journeys()) {
            known.addAll(RunValueRule.known(journey.written()));
            for (WrittenStep step : journey.written().allSteps()) {
                if (step instanceof WrittenStep.Send send) {
                    sent.add(send.template().text());
                }
            }
        }
        for (String template : templates.names()) {
            if (!sent.contains(template)) {
                templates.uses(template).forEach(use -> check(use, known, problems));
            }
        }
    }

    private static void check(TemplateReading.Use use, Set<String> known, Problems problems) {
        if (!use.path().startsWith(RUN)) {
            return;
        }
        String name = use.path().split("\\.", -1)[1];
        if (!known.contains(name)) {
            String message = "no run has '" + name + "'; " + Nearest.hint(name, known);
            problems.error(use.where(), RuleNames.UNKNOWN_VARIABLE, message);
        }
    }
}
