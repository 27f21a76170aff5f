package dev.safar.core.model;

import java.util.Optional;

/** What a {@code wait_for} waits for. */
public sealed interface Awaited {

    /** An event of this customer. */
    record OfEvent(String event, Optional<Condition> where) implements Awaited {}

    /** A message of an earlier step of the same run was opened; true at once if it was already. */
    record Opened(StepId message) implements Awaited {}
}
