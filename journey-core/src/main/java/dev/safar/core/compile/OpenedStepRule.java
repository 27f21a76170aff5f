package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Only what was sent before can be opened. */
final class OpenedStepRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        if (!journey.whole()) {
            return;
        }
        List<String> sends = new ArrayList<>();
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.Send) {
                sends.add(journey.ids().of(step).value());
            } else if (step instanceof WrittenStep.WaitForOpened wait
                    && !sends.contains(wait.message().text())) {
                YamlNode.Scalar message = wait.message();
                String text = "no step '" + message.text() + "' sends anything before this; "
                        + Nearest.hint(message.text(), sends);
                problems.error(message.where(), "unknown-step", text);
            }
        }
    }
}
