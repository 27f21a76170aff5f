package dev.safar.engine.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Decides when a task writes a tick into its partition: when a timer is due, and now and then to show that it keeps up. */
final class Ticker {

    private static final Duration AT_LEAST = Duration.ofMillis(100);
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final TickSink ticks;
    private final int partition;
    private final Duration heartbeat;
    private Instant written;

    Ticker(EngineParts parts, int partition) {
        this.clock = parts.clock();
        this.ticks = parts.ticks();
        this.heartbeat = parts.limits().heartbeat();
        this.partition = partition;
    }

    /** Writes a tick if it is time to. */
    void run(Optional<Instant> nextDue) {
        Instant now = Timers.floor(clock.instant());
        if (written == null
                || steppedBack(now)
                || older(now, heartbeat)
                || (isDue(nextDue, now) && worthwhile(nextDue.get(), now))) {
            ticks.write(partition, now);
            written = now;
        }
    }

    /** The clock has been put back: waiting for it to come by again could take any time. */
    private boolean steppedBack(Instant now) {
        return now.isBefore(written);
    }

    private static boolean isDue(Optional<Instant> nextDue, Instant now) {
        return nextDue.filter(due -> !due.isAfter(now)).isPresent();
    }

    /** The last tick was too early for the timer, and some time ago; or it must have come back by now. */
    private boolean worthwhile(Instant due, Instant now) {
        return (written.isBefore(due) && older(now, AT_LEAST)) || older(now, AT_MOST);
    }

    private boolean older(Instant now, Duration age) {
        return Duration.between(written, now).compareTo(age) >= 0;
    }
}
