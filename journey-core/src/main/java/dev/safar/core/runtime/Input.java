package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import java.time.Instant;

/** What can happen to a customer from outside. */
public sealed interface Input {

    /**
     * An event came through the log.
     *
     * @param offset its position in the customer's partition, growing over the customer's life
     */
    record Occurred(Event event, long offset) implements Input {}

    /**
     * A timetable has come to a time at which a journey begins, for each customer who is to have it.
     *
     * @param due the time it has come to
     */
    record Scheduled(JourneyId journey, Instant due) implements Input {}

    /** Time has passed: a tick has come through the log, and all that was appended before it was processed. */
    record TimePassed() implements Input {}
}
