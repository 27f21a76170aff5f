package dev.safar.dispatch.policy;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A token bucket: at most so many a second, with a burst of one second's worth. */
public final class RateLimit {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filledAt;

    /** Zero a second, or less, is no limit. */
    public RateLimit(double perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.tokens = Math.max(1, perSecond);
        this.filledAt = nanoTime.getAsLong();
    }

    /** Zero if it took a token, else how long to wait before asking again. */
    public synchronized Duration take() {
        if (perSecond <= 0) {
            return Duration.ZERO;
        }
        long now = nanoTime.getAsLong();
        tokens = Math.min(Math.max(1, perSecond), tokens + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * NANOS));
    }
}
