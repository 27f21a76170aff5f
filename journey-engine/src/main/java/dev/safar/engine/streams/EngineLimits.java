package dev.safar.engine.streams;

import java.time.Duration;

/**
 * What an engine does at once and keeps at hand.
 *
 * @param cachedCustomers per task
 * @param tickFreshness a timer fires only while the last tick through the log is not older than this
 * @param heartbeat a task writes a tick at least this often
 * @param slice how long a thread may fire timers before it turns to events again
 * @param firings how many timers may fire in one slice
 */
public record EngineLimits(
        int cachedCustomers, Duration tickFreshness, Duration heartbeat, Duration slice, int firings) {

    public static EngineLimits defaults() {
        return new EngineLimits(20_000, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(25), 2_000);
    }
}
