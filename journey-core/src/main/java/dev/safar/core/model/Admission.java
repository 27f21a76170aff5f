package dev.safar.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may begin a journey and when, whatever it is that begins it.
 *
 * @param audience a condition on the customer; empty for everybody
 * @param from the first moment at which a run may begin
 * @param to the first moment at which none may begin any more
 * @param maxEventAge an older event starts nothing; empty for what the workspace says
 * @param cooldown how long after one run began the customer begins no other, whatever its key
 */
public record Admission(
        Optional<Condition> audience,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Duration> maxEventAge,
        Optional<Duration> cooldown) {

    /** Everybody, at any time. */
    public static final Admission OPEN =
            new Admission(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
