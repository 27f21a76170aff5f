package dev.safar.core.compile;

import dev.safar.core.definition.WrittenStart;
import dev.safar.core.expression.ExpressionCompiler;

/** Conditions and keys can be evaluated where they stand. */
final class ExpressionRule implements JourneyRule {

    @Override
    public void check(JourneyDraft journey, Problems problems) {
        WrittenStart start = journey.written().start();
        boolean silent = !(start instanceof WrittenStart.OnEvent || start instanceof WrittenStart.Called);
        journey.expressions().all().forEach((text, checked) -> {
            problems.errors(checked.flaws());
            problems.warnings(checked.doubts());
            if (silent && !checked.references().start().isEmpty()) {
                String message = "a journey that begins without an event has no 'run.start'; use 'customer' instead";
                problems.error(text.where(), ExpressionCompiler.BAD_CONDITION, message);
            }
        });
    }
}
