package dev.safar.contracts;

import java.time.Instant;

/**
 * A record of {@link Topics#EVENTS} with the header {@code type=tick}: all that was appended before it happened before
 * {@code at}. Consumers of events skip it.
 */
public record Tick(Instant at) {

    /** The record key of every tick; ticks are written to an explicit partition. */
    public static final String KEY = "__tick";
}
