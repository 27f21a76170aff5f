package dev.safar.standalone.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Looks for customers who wait in vain: due long ago, or not where the timers are looked up. */
final class DueTimers {

    private static final Guarantee IT = Guarantee.NOTHING_OVERDUE;

    private final int partition;
    private final Clockwork clockwork;
    private final Verdicts verdicts;

    /**
     * How far time has come in a partition.
     *
     * @param tick the latest tick that the engine has processed, in milliseconds; {@link #NO_TICK} if there is none
     * @param behind how much was appended after it, up to when the state was read
     * @param grace how long firing may take
     */
    record Clockwork(long tick, Duration behind, Duration grace) {

        /** The engine has not said yet what time it is. */
        static final long NO_TICK = Long.MIN_VALUE;

        private static final Duration FRESH = Duration.ofSeconds(10);

        /** Whether the engine is so far behind that nothing may fire, lest it be wrong. */
        boolean mayNotFire() {
            return tick == NO_TICK || behind.compareTo(FRESH) > 0;
        }

        boolean overdue(long due) {
            return due < tick - grace.toMillis();
        }
    }

    DueTimers(int partition, Clockwork clockwork, Verdicts verdicts) {
        this.partition = partition;
        this.clockwork = clockwork;
        this.verdicts = verdicts;
    }

    /**
     * Judges all customers.
     *
     * @param putAside those whose timer could not be worked on, which is tried again in an hour
     */
    void conclude(TaskState state, Set<String> putAside) {
        for (Map.Entry<String, CustomerLine> customer : state.customers().entrySet()) {
            CustomerLine line = customer.getValue();
            if (line.due().isEmpty()
                    && line.timers().length == 0
                    && line.indexed().isEmpty()) {
                continue;
            }
            if (putAside.contains(customer.getKey())) {
                verdicts.notJudged(IT, "customers whose timer failed and went to the dead letters");
                continue;
            }
            String wrong = wrong(line, state.watermark());
            if (!wrong.isEmpty()) {
                verdicts.broken(IT, "customer " + customer.getKey(), "partition " + partition, wrong);
            } else if (clockwork.mayNotFire()) {
                verdicts.notJudged(
                        IT, "customers of partitions in which the engine is behind, so that nothing may fire");
            } else {
                verdicts.good(IT);
            }
        }
    }

    private String wrong(CustomerLine line, long watermark) {
        for (long entry : line.timers()) {
            if (entry < watermark) {
                return "the timer index still has an entry at " + time(entry) + ", behind " + time(watermark)
                        + ", up to where it has been fired";
            }
        }
        if (line.indexed().isPresent() && !indexed(line)) {
            return "the record says that the timer index has it at "
                    + time(line.indexed().getAsLong()) + ", and it has not: the timer would not fire";
        }
        if (line.timers().length > (line.indexed().isPresent() ? 1 : 0)) {
            return "the timer index has " + line.timers().length + " entries, the record knows of "
                    + (line.indexed().isPresent() ? "one" : "none");
        }
        if (line.due().isPresent() && line.indexed().isEmpty()) {
            return "due at " + time(line.due().getAsLong()) + ", and not in the timer index: it would not fire";
        }
        if (line.due().isPresent()
                && !clockwork.mayNotFire()
                && clockwork.overdue(line.due().getAsLong())) {
            return "due at " + time(line.due().getAsLong()) + " and still waiting at the tick of "
                    + time(clockwork.tick());
        }
        return "";
    }

    private static boolean indexed(CustomerLine line) {
        for (long entry : line.timers()) {
            if (entry == line.indexed().getAsLong()) {
                return true;
            }
        }
        return false;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
