package dev.safar.core.compile;

import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.YamlNode;
import java.util.List;

/** Words that begin a journey are ones that mean something: {@code repeat}, {@code or_since}, {@code called}. */
final class StartValueRule implements JourneyRule {

    private static final String YEARLY = "yearly";

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        WrittenStart written = journey.written().start();
        if (written instanceof WrittenStart.Inactive start) {
            start.orSince().ifPresent(word -> check(word, "or_since", List.of("first_seen"), problems));
        } else if (written instanceof WrittenStart.AtDate start) {
            start.repeat().ifPresent(word -> check(word, "repeat", List.of("once", YEARLY), problems));
        } else if (written instanceof WrittenStart.Called start) {
            check(start.called(), "called", List.of("true"), problems);
        }
    }

    private static void check(YamlNode.Scalar word, String key, List<String> known, Problems problems) {
        if (!known.contains(word.text())) {
            String message = "'" + key + "' can't be '" + word.text() + "'; " + Nearest.hint(word.text(), known);
            problems.error(word.where(), RuleNames.UNKNOWN_VALUE, message);
        }
    }

    static boolean yearly(WrittenStart.AtDate start) {
        return start.repeat().filter(word -> word.text().equals(YEARLY)).isPresent();
    }
}
