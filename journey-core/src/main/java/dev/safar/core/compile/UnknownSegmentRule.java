package dev.safar.core.compile;

import dev.safar.core.definition.Location;
import dev.safar.core.definition.Nearest;
import dev.safar.core.expression.References;
import java.util.Collection;

/** A segment that is asked for exists. */
final class UnknownSegmentRule implements JourneyRule {

    private static final String RULE = "unknown-segment";

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        journey.expressions()
                .all()
                .values()
                .forEach(checked -> check(checked.references(), journey.around().segments(), problems));
    }

    static void check(References references, Collection<String> known, Problems problems) {
        references.segments().forEach((name, where) -> check(name, where, known, problems));
    }

    /** @param where the name is written */
    static void check(String name, Location where, Collection<String> known, Problems problems) {
        if (!known.contains(name)) {
            String message = "there is no segment '" + name + "'; " + Nearest.hint(name, known);
            problems.error(where, RULE, message);
        }
    }
}
