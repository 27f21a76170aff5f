package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Handling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a message fares in quiet hours and beside others is one of a few words. */
final class HandlingRule implements JourneyRule {

    private static final List<String> QUIET = names(Handling.Quiet.values());
    private static final List<String> PRIORITIES = names(Handling.Priority.values());

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        for (WrittenStep step : journey.written().allSteps()) {
            if (step instanceof WrittenStep.Send send) {
                check("quiet", send.handling().quiet(), QUIET, problems);
                check("priority", send.handling().priority(), PRIORITIES, problems);
            }
        }
    }

    private static void check(String key, Optional<YamlNode.Scalar> word, List<String> known, Problems problems) {
        word.filter(text -> !known.contains(text.text())).ifPresent(text -> {
            String message = "'" + key + "' can't be '" + text.text() + "'; " + Nearest.hint(text.text(), known);
            problems.error(text.where(), RuleNames.UNKNOWN_VALUE, message);
        });
    }

    /** Only where this rule is not broken. */
    static Handling of(WrittenStep.Handling written) {
        return new Handling(
                written.quiet().map(word -> Handling.Quiet.valueOf(upper(word))).orElse(Handling.USUAL.quiet()),
                written.priority()
                        .map(word -> Handling.Priority.valueOf(upper(word)))
                        .orElse(Handling.USUAL.priority()),
                written.topic().map(YamlNode.Scalar::text));
    }

    private static String upper(YamlNode.Scalar word) {
        return word.text().toUpperCase(Locale.ROOT);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
