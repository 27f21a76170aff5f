package dev.safar.standalone.chaos.load;

import java.time.Duration;
import java.time.Instant;

/**
 * A deed that ingest has accepted.
 *
 * @param happenedAt at the earliest, by the right clock
 * @param at when the answer was there
 * @param doubt by how much later than {@code happenedAt} ingest may have taken it to have happened
 */
public record Accepted(String customer, Deed deed, Instant happenedAt, Instant at, Duration doubt) {}
