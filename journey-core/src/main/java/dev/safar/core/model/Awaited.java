package dev.safar.core.model;

import java.util.Optional;

/** What a {@code wait_for} waits for. */
public sealed interface Awaited {

    /** An event of this customer. */
    record OfEvent(String event, Optional<Condition> where) implements Awaited {}

    /** What became of a message of an earlier step of the same run; true at once if it has already. */
    record OfMessage(StepId message, Fate fate) implements Awaited {}

    /** What can become of a message. */
    enum Fate {
        DELIVERED,
        OPENED,
        CLICKED,
        FAILED
    }
}
