package dev.safar.core.expression;

import dev.safar.core.model.Scope;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Set;

/** The {@code customer} of an expression: the attributes, and the history behind its functions. */
final class CustomerView extends AbstractMap<String, Object> {

    /** When something happened that never did: before everything else. */
    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    private final Scope scope;

    CustomerView(Scope scope) {
        this.scope = scope;
    }

    Instant last(String event) {
        return scope.last(event).orElse(NEVER);
    }

    Instant first(String event) {
        return scope.first(event).orElse(NEVER);
    }

    long count(String event) {
        return scope.count(event);
    }

    @Override
    public Object get(Object attribute) {
        return scope.attributes().get(attribute);
    }

    @Override
    public boolean containsKey(Object attribute) {
        return scope.attributes().containsKey(attribute);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return scope.attributes().entrySet();
    }
}
