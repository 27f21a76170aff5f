package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenAwaited;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Only what was sent before can arrive, be opened or fail. */
final class AwaitedMessageRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        List<String> sends = new ArrayList<>();
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.Send) {
                sends.add(journey.ids().of(step).value());
            } else if (step instanceof WrittenStep.WaitFor wait) {
                wait.awaited().stream()
                        .filter(awaited -> !mayBeUnread(awaited, journey))
                        .forEach(awaited -> check(awaited, sends, problems));
            }
        }
    }

    /** A step that could not be read may be the one that is meant. */
    private static boolean mayBeUnread(WrittenAwaited awaited, JourneyDraft journey) {
        return !journey.whole()
                && awaited instanceof WrittenAwaited.OfMessage of
                && (journey.givenIds().contains(of.step().text())
                        || of.step().text().startsWith("send-"));
    }

    private static void check(WrittenAwaited awaited, List<String> sends, Problems problems) {
        if (awaited instanceof WrittenAwaited.OfMessage of
                && !sends.contains(of.step().text())) {
            YamlNode.Scalar message = of.step();
            String text = "no step '" + message.text() + "' sends anything before this; "
                    + Nearest.hint(message.text(), sends);
            problems.error(message.where(), "unknown-step", text);
        }
    }
}
