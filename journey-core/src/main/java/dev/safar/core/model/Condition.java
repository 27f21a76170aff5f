package dev.safar.core.model;

/** A checked condition of a journey. */
@FunctionalInterface
public interface Condition {

    /** Never throws: where a field is missing or has the wrong type, the condition does not hold. */
    boolean holds(Scope scope);

    /** As its author wrote it, for people; empty where nobody wrote it. */
    default String text() {
        return "";
    }
}
