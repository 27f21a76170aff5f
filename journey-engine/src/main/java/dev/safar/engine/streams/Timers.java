package dev.safar.engine.streams;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants on the timer index's grid of milliseconds: due times round up, so that nothing fires early. */
final class Timers {

    private Timers() {}

    static long ceilMillis(Instant due) {
        long millis = due.toEpochMilli();
        return Instant.ofEpochMilli(millis).equals(due) ? millis : millis + 1;
    }

    static Instant floor(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
