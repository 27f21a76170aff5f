package dev.safar.core.model;

import java.util.Optional;

/** A checked expression of a journey that gives a value: a text, a number, a truth, a time, a list or a map. */
@FunctionalInterface
public interface ValueExpression {

    /**
     * A {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code Instant}, or a list or map of these.
     *
     * <p>Never throws: empty where a field is missing or has the wrong type.
     */
    Optional<Object> value(Scope scope);

    /** As its author wrote it, for people; empty where nobody wrote it. */
    default String text() {
        return "";
    }
}
