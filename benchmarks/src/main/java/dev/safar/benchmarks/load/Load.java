package dev.safar.benchmarks.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is put into the log before anything is measured: customers who are not known yet are identified once, then come the events.
 *
 * @param known how many customers another load has introduced; they are among the customers
 * @param customers whose events these are
 * @param begin when the first of it was received
 * @param end before which the last was
 * @param seed the same one gives the same load
 */
public record Load(Mix mix, int known, int customers, long events, Instant begin, Instant end, long seed) {

    /** Of all loads in a log: short of an hour, so that no timer of a cart falls due while its events are being processed. */
    private static final Duration SPAN = Duration.ofMinutes(30);

    private static final long SEED = 42;

    public Load {
        if (customers < 1 || events < 0 || known > customers) {
            throw new IllegalArgumentException("a load needs customers, all that are known among them, got " + customers
                    + " of whom " + known + " are known, and " + events + " events");
        }
    }

    /** A load that is to be made up. */
    public record Leg(Mix mix, int customers, long events) {}

    /** Loads one after another, the last of which ends now. */
    public static List<Load> until(Instant now, List<Leg> legs) {
        Duration each = SPAN.dividedBy(legs.size());
        List<Load> loads = new ArrayList<>();
        Instant begin = now.minus(SPAN);
        int known = 0;
        for (Leg leg : legs) {
            long seed = SEED + loads.size();
            loads.add(new Load(leg.mix(), known, leg.customers(), leg.events(), begin, begin.plus(each), seed));
            begin = begin.plus(each);
            known = leg.customers();
        }
        return loads;
    }

    /** How many customers it introduces. */
    public int introductions() {
        return customers - known;
    }

    /** All records of it. */
    public long total() {
        return introductions() + events;
    }
}
