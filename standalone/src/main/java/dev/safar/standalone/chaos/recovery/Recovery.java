package dev.safar.standalone.chaos.recovery;

import java.time.Duration;
import java.util.Optional;

/**
 * How an engine's work went on after it was broken, all times since then.
 *
 * @param firstEvent when an event of its partitions was first processed again, by whomever; empty if none was in the time looked at
 * @param caughtUp when all but the last second's events were processed again
 */
public record Recovery(String what, Optional<Duration> firstEvent, Optional<Duration> caughtUp) {}
