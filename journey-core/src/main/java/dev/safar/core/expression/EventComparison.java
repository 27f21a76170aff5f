package dev.safar.core.expression;

import dev.safar.core.model.Scope;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of the event compared with a written one, such as {@code event.cart_total >= 20}, which many conditions are and each
 * event is asked: what CEL would say, without asking it.
 */
record EventComparison(String field, String operator, double limit) {

    /** Up to here a {@code double} tells whole numbers apart. */
    private static final long WHOLE = 1L << 53;

    private static final Pattern WRITTEN = Pattern.compile(
            "\\s*event\\.([a-zA-Z_][a-zA-Z0-9_]*)\\s*(>=|>|<=|<)\\s*(-?[0-9]{1,15}(?:\\.[0-9]{1,6})?)\\s*");

    /** Empty where the text is anything else. */
    static Optional<EventComparison> of(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(
                        new EventComparison(written.group(1), written.group(2), Double.parseDouble(written.group(3))))
                : Optional.empty();
    }

    /** Empty where CEL has to be asked. */
    Optional<Boolean> holds(Scope scope) {
        Object value = scope.event().get(field);
        if (value instanceof Long whole && Math.abs(whole) <= WHOLE) {
            return Optional.of(holds((double) whole));
        }
        return value instanceof Double real && Double.isFinite(real) ? Optional.of(holds(real)) : Optional.empty();
    }

    private boolean holds(double value) {
        return switch (operator) {
            case ">=" -> value >= limit;
            case ">" -> value > limit;
            case "<=" -> value <= limit;
            default -> value < limit;
        };
    }
}
