package dev.safar.core.expression;

import dev.safar.core.definition.Durations;
import dev.safar.core.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Set;

/** The {@code customer} of an expression: the attributes, and the history behind its functions. */
final class CustomerView extends AbstractMap<String, Object> {

    /** When something happened that never did: before everything else. */
    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    static final String CART = "cart";
    static final String CONSENTS = "consents";

    /** Fields that no attribute hides. */
    static final Set<String> OWN = Set.of(History.SESSIONS, CART, CONSENTS);

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

    long count(String event, String window) {
        return scope.count(event, length(window));
    }

    Object sum(String event, String field) {
        return number(scope.sum(event, field));
    }

    Object sum(String event, String field, String window) {
        return number(scope.sum(event, field, length(window)));
    }

    long sessions(String window) {
        return scope.sessions(length(window));
    }

    boolean seen(Object product) {
        return PlainValues.name(product).map(scope::seen).orElse(false);
    }

    boolean in(String segment) {
        return scope.in(segment);
    }

    /** The compiler has seen to it that this is one. */
    private static Duration length(String window) {
        return Durations.parse(window).orElse(Duration.ZERO);
    }

    /** Whole where it is, so that it reads as the shop wrote it. */
    private static Object number(double sum) {
        boolean whole = sum == Math.rint(sum) && Math.abs(sum) < 1L << 53;
        return whole ? (Object) (long) sum : (Object) sum;
    }

    @Override
    public Object get(Object field) {
        if (field.equals(History.SESSIONS)) {
            return scope.sessions();
        } else if (field.equals(CART)) {
            return scope.cart();
        } else if (field.equals(CONSENTS)) {
            return scope.consents();
        }
        return scope.attributes().get(field);
    }

    @Override
    public boolean containsKey(Object field) {
        return OWN.contains(field) || scope.attributes().containsKey(field);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return scope.attributes().entrySet();
    }
}
