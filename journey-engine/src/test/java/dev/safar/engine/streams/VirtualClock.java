package dev.safar.engine.streams;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is set. */
final class VirtualClock implements InstantSource {

    private volatile Instant now;

    VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant time) {
        now = time;
    }
}
