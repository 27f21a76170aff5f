package dev.safar.dispatch.lane;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a process may rely on having its partitions: from when a broker last took a commit of it, for less than a session. A process
 * that has stood still finds it run out, and begins nothing before it knows whether somebody else has taken over. Safe for all threads.
 */
final class Lease {

    /** Well below the session, which begins anew when a broker takes a commit, later than the commit was sent. */
    static final Duration LENGTH = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private volatile long renewed;

    /** @param nanos a clock that only ever goes on, such as {@link System#nanoTime} */
    Lease(LongSupplier nanos) {
        this.nanos = nanos;
        this.renewed = nanos.getAsLong();
    }

    /** A moment to {@link #renew} as of. */
    long now() {
        return nanos.getAsLong();
    }

    /** The process was a member of its group at that moment, or later. */
    void renew(long asOf) {
        renewed = asOf;
    }

    boolean holds() {
        return nanos.getAsLong() - renewed < LENGTH.toNanos();
    }

    /** Whether it should be renewed before it gets short. */
    boolean isDue() {
        return nanos.getAsLong() - renewed >= LENGTH.toNanos() / 5;
    }
}
