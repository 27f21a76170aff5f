package dev.safar.core.runtime;

import dev.safar.core.model.Scope;
import dev.safar.core.model.ValueExpression;
import java.util.HashMap;
import java.util.Map;

/** Computes the values that steps give to templates, events and other systems. */
final class Values {

    private Values() {}

    /** What can't be computed, because something it reads is missing, is left out. */
    static Map<String, Object> of(Map<String, ValueExpression> expressions, Scope scope) {
        Map<String, Object> values = new HashMap<>();
        expressions.forEach((name, expression) -> expression.value(scope).ifPresent(value -> values.put(name, value)));
        return values;
    }
}
