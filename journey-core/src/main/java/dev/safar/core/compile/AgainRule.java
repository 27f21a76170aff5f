package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Start;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code again} is one of the things a further start event can do. */
final class AgainRule implements JourneyRule {

    private static final List<String> KNOWN =
            Arrays.stream(Start.Again.values()).map(AgainRule::name).toList();

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        WrittenStart written = journey.written().start();
        if (written instanceof WrittenStart.OnEvent start) {
            check(start.again(), problems);
        } else if (written instanceof WrittenStart.Called start) {
            check(start.again(), problems);
        }
    }

    private static void check(Optional<YamlNode.Scalar> written, Problems problems) {
        if (of(written).isEmpty()) {
            YamlNode.Scalar again = written.orElseThrow();
            String message = "'again' can't be '" + again.text() + "'; " + Nearest.hint(again.text(), KNOWN);
            problems.error(again.where(), RuleNames.UNKNOWN_VALUE, message);
        }
    }

    /** What is written, or the default; empty where it is neither. */
    static Optional<Start.Again> of(Optional<YamlNode.Scalar> written) {
        String text = written.map(YamlNode.Scalar::text).orElse(name(Start.Again.IGNORE));
        return Arrays.stream(Start.Again.values())
                .filter(again -> name(again).equals(text))
                .findFirst();
    }

    private static String name(Start.Again again) {
        return again.name().toLowerCase(Locale.ROOT);
    }
}
