package dev.safar.ingest.app;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** The time of the application under test: it stands still. */
@Singleton
final class TestClock implements InstantSource {

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Override
    public Instant instant() {
        return NOW;
    }
}
