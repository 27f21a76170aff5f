package dev.safar.benchmarks.jmh;

import dev.safar.core.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a condition sees of an event of a customer of whom nothing else is known. */
record OneEvent(Map<String, Object> event, Instant now) implements Scope {

    @Override
    public Map<String, Object> attributes() {
        return Map.of();
    }

    @Override
    public long count(String name) {
        return 0;
    }

    @Override
    public long count(String name, Duration window) {
        return 0;
    }

    @Override
    public double sum(String name, String field) {
        return 0;
    }

    @Override
    public double sum(String name, String field, Duration window) {
        return 0;
    }

    @Override
    public Optional<Instant> last(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> first(String name) {
        return Optional.empty();
    }

    @Override
    public long sessions() {
        return 0;
    }

    @Override
    public long sessions(Duration window) {
        return 0;
    }

    @Override
    public boolean seen(String product) {
        return false;
    }

    @Override
    public Map<String, Object> cart() {
        return Map.of();
    }

    @Override
    public Map<String, Object> consents() {
        return Map.of();
    }

    @Override
    public boolean in(String segment) {
        return false;
    }

    @Override
    public Map<String, Object> run() {
        return Map.of();
    }
}
