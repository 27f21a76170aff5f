package dev.safar.core.model;

import java.util.Optional;

/** Says which run of a journey an event belongs to, such as the id of its cart. */
@FunctionalInterface
public interface KeyExpression {

    /** Empty where the event has no such field: it then belongs to no run. */
    Optional<String> key(Scope scope);

    /** As its author wrote it, for people; empty where nobody wrote it. */
    default String text() {
        return "";
    }
}
