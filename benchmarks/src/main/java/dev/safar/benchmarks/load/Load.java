package dev.safar.benchmarks.load;

import java.time.Duration;
import java.time.Instant;

/**
 * What is put into the log before anything is measured: every customer is identified once, then come the events.
 *
 * @param begin when the first of it was received; the last is received {@link #SPAN} later
 * @param seed the same one gives the same load
 */
public record Load(Mix mix, int customers, long events, Instant begin, long seed) {

    /** Short of an hour, so that no timer of a cart falls due while its events are being processed. */
    public static final Duration SPAN = Duration.ofMinutes(20);

    private static final long SEED = 42;

    public Load {
        if (customers < 1 || events < 0) {
            throw new IllegalArgumentException("a load needs customers, got " + customers + " and " + events);
        }
    }

    /** A load that ends now. */
    public static Load until(Instant now, Mix mix, int customers, long events) {
        return new Load(mix, customers, events, now.minus(SPAN), SEED);
    }

    /** All records of it. */
    public long total() {
        return customers + events;
    }
}
