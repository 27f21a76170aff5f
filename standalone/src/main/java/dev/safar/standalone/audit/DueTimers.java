package dev.safar.standalone.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
     * @param latest whoever was due before this, in milliseconds, is overdue even where nothing may fire; nobody is if it is absent
     */
    record Clockwork(long tick, Duration behind, Duration grace, OptionalLong latest) {

        /** The engine has not said yet what time it is. */
        static final long NO_TICK = Long.MIN_VALUE;

        private static final Duration FRESH = Duration.ofSeconds(10);

        /** Whether the engine is so far behind that nothing may fire, lest it be wrong. */
        boolean mayNotFire() {
            return tick == NO_TICK || behind.compareTo(FRESH) > 0;
        }

        /** How it is known that this is overdue; nothing if it is not. */
        Optional<String> overdue(long due) {
            if (!mayNotFire() && due < tick - grace.toMillis()) {
                return Optional.of("still waiting at the tick of " + time(tick));
            }
            if (latest.isPresent() && due < latest.getAsLong()) {
                return Optional.of("still waiting; the last tick that the engine has been through "
                        + (tick == NO_TICK ? "is still to come" : "is of " + time(tick)));
            }
            return Optional.empty();
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
        return line.due().stream()
                .boxed()
                .flatMap(due -> clockwork.overdue(due).map(how -> "due at " + time(due) + " and " + how).stream())
                .findFirst()
                .orElse("");
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
