package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStart;
import dev.safar.core.expression.ExpressionCompiler;

/** Conditions and keys can be evaluated where they stand. */
final class ExpressionRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        boolean silent = journey.written().start() instanceof WrittenStart.Inactive;
        journey.expressions().all().forEach((text, checked) -> {
            problems.errors(checked.flaws());
            if (silent && !checked.references().start().isEmpty()) {
                String message = "a journey that begins after a silence has no 'run.start'; use 'customer' instead";
                problems.error(text.where(), ExpressionCompiler.BAD_CONDITION, message);
            }
        });
    }
}
