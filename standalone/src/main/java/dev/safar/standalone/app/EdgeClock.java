package dev.safar.standalone.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time at the edges: of arriving events, of ticks and of sending. Either the system's, or one that stands still until
 * it is stepped; never one that goes backwards.
 */
public final class EdgeClock implements InstantSource {

    private final InstantSource source;
    private final AtomicReference<Instant> stepped;

    private EdgeClock(InstantSource source, AtomicReference<Instant> stepped) {
        this.source = source;
        this.stepped = stepped;
    }

    public static EdgeClock system() {
        return new EdgeClock(InstantSource.system(), null);
    }

    /** A clock that shows {@code start} until it is stepped. */
    public static EdgeClock steppedFrom(Instant start) {
        AtomicReference<Instant> stepped = new AtomicReference<>(Objects.requireNonNull(start));
        return new EdgeClock(stepped::get, stepped);
    }

    @Override
    public Instant instant() {
        return source.instant();
    }

    /** Whether {@link #stepTo} moves it. */
    public boolean isStepped() {
        return stepped != null;
    }

    /**
     * Moves the clock to {@code time}; stays where it is if that has passed.
     *
     * @return what the clock shows now
     * @throws IllegalStateException if this is the system's clock
     */
    public Instant stepTo(Instant time) {
        if (stepped == null) {
            throw new IllegalStateException("the system's clock can't be stepped");
        }
        return stepped.accumulateAndGet(time, (now, next) -> next.isAfter(now) ? next : now);
    }
}
