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
        if (journey.written().start() instanceof WrittenStart.OnEvent start
                && start.again().isPresent()
                && of(start).isEmpty()) {
            YamlNode.Scalar again = start.again().get();
            String message = "'again' can't be '" + again.text() + "'; " + Nearest.hint(again.text(), KNOWN);
            problems.error(again.where(), RuleNames.UNKNOWN_VALUE, message);
        }
    }

    /** What is written, or the default; empty where it is neither. */
    static Optional<Start.Again> of(WrittenStart.OnEvent start) {
        String text = start.again().map(YamlNode.Scalar::text).orElse(name(Start.Again.IGNORE));
        return Arrays.stream(Start.Again.values())
                .filter(again -> name(again).equals(text))
                .findFirst();
    }

    private static String name(Start.Again again) {
        return again.name().toLowerCase(Locale.ROOT);
    }
}
