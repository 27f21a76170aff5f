package dev.safar.core.runtime;

import dev.safar.core.model.Assignment;
import dev.safar.core.model.Scope;
import dev.safar.core.model.ValueExpression;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes the values that steps give to customers, runs, templates, events and other systems. */
final class Values {

    /** A value has at most so many characters and parts: a customer's record must stay small, whatever is added to what. */
    static final int LIMIT = 16_000;

    /** How many lists and maps may lie inside each other; what a shop sends has twenty at most. */
    static final int DEPTH = 25;

    private Values() {}

    /** What can't be computed, because something it reads is missing, is left out, and so is what is too large. */
    static Map<String, Object> of(Map<String, ValueExpression> expressions, Scope scope) {
        Map<String, Object> values = new HashMap<>();
        expressions.forEach((name, expression) ->
                expression.value(scope).filter(Values::isSmall).ifPresent(value -> values.put(name, value)));
        return values;
    }

    /**
     * What is set of customers, or of runs, computed from what was there before the step.
     *
     * @param known the values there are
     */
    static Map<String, Object> assigned(
            List<Assignment> assignments, Assignment.Target target, Map<String, Object> known, Scope scope) {
        Map<String, Object> values = new HashMap<>();
        for (Assignment assignment : assignments) {
            if (assignment.target() == target) {
                Optional<Object> operand = assignment.value().value(scope).filter(Values::isSmall);
                Optional<Object> value = assignment.operation() == Assignment.Operation.ADD
                        ? operand.flatMap(number -> sum(known.getOrDefault(assignment.name(), 0L), number))
                        : operand;
                value.ifPresent(set -> values.put(assignment.name(), set));
            }
        }
        return values;
    }

    /** Whole numbers stay whole as long as they can; empty where one is no number. */
    private static Optional<Object> sum(Object one, Object other) {
        if (one instanceof Long whole && other instanceof Long added) {
            long sum = whole + added;
            boolean overflows = ((whole ^ sum) & (added ^ sum)) < 0;
            return Optional.of(overflows ? (Object) (whole.doubleValue() + added.doubleValue()) : (Object) sum);
        }
        if (one instanceof Number number && other instanceof Number added) {
            double sum = number.doubleValue() + added.doubleValue();
            return Double.isFinite(sum) ? Optional.of(sum) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Numbers as people write them, so that 17 and 17.0 are the same key; empty where the value names nothing. */
    static Optional<String> key(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Optional.of(Long.toString(number.longValue()));
        }
        boolean plain = value instanceof String || value instanceof Number;
        return plain ? Optional.of(value.toString()).filter(text -> !text.isEmpty()) : Optional.empty();
    }

    /** A value that was set again and again into itself would grow without an end, and could not be stored. */
    static boolean isSmall(Object value) {
        return size(value) <= LIMIT && depth(value) <= DEPTH;
    }

    private static int depth(Object value) {
        if (value instanceof Map<?, ?> map) {
            return depth(map.values());
        }
        return value instanceof Collection<?> parts
                ? 1 + parts.stream().mapToInt(Values::depth).max().orElse(0)
                : 0;
    }

    private static long size(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof Map<?, ?> map) {
            return 1 + map.keySet().stream().mapToLong(Values::size).sum() + size(map.values());
        }
        return value instanceof Collection<?> parts
                ? 1 + parts.stream().mapToLong(Values::size).sum()
                : 1;
    }
}
