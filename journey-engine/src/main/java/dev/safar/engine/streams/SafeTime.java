package dev.safar.engine.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How far time has safely come for one task: the latest tick that came back through its partition. All that was appended
 * before that tick has been processed. Unknown after every assignment.
 */
final class SafeTime {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    /** A tick comes back within a fifth of a second, after a commit and a slice or two, where no events stand before it. */
    private static final Duration PROMPT = Duration.ofMillis(500);

    private final InstantSource clock;
    private final Duration freshness;
    private TickSeen latest;
    private boolean eventsWait = true;

    /** A tick and where it stands in the events. */
    record TickSeen(Instant at, Cause cause) {}

    SafeTime(InstantSource clock, Duration freshness) {
        this.clock = clock;
        this.freshness = freshness;
    }

    /**
     * Takes a tick from the log. One from the future says nothing of when it was written, and so nothing of what stands
     * behind it: it is passed over.
     */
    void advance(Instant tick, Cause cause) {
        if (tick.isAfter(clock.instant().plus(CLOCK_TOLERANCE))) {
            return;
        }
        eventsWait = Duration.between(tick, clock.instant()).compareTo(PROMPT) > 0;
        Instant at = Timers.floor(tick);
        if (latest == null || at.isAfter(latest.at())) {
            latest = new TickSeen(at, cause);
        }
    }

    Optional<TickSeen> latest() {
        return Optional.ofNullable(latest);
    }

    /** Whether the last tick had stood behind events for a while, or there was none yet. */
    boolean eventsWait() {
        return eventsWait;
    }

    /** The latest tick, as long as nothing is known to have been appended much later. */
    Optional<TickSeen> fresh() {
        return latest().filter(
                        tick -> Duration.between(tick.at(), clock.instant()).compareTo(freshness) <= 0);
    }
}
