package dev.safar.standalone.audit;

import dev.safar.core.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the logs tell of the moment of an event: the event, the run's key and when it began. A condition that looks at anything
 * else can't be judged, and this knows whether it did.
 */
final class RunScope implements Scope {

    private final Map<String, Object> event;
    private final Map<String, Object> run;
    private final Instant now;
    private boolean strayed;

    RunScope(Map<String, Object> event, String key, Instant startedAt, Instant now) {
        this.event = event;
        this.run = Map.of("key", key, "started_at", startedAt, "start", new Unknown());
        this.now = now;
    }

    /** Something was asked that the logs don't tell. */
    boolean strayed() {
        return strayed;
    }

    private final class Unknown extends AbstractMap<String, Object> {

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return stray(Set.of());
        }
    }

    @Override
    public Map<String, Object> event() {
        return event;
    }

    @Override
    public Map<String, Object> run() {
        return run;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Map<String, Object> attributes() {
        return stray(Map.of());
    }

    @Override
    public long count(String name) {
        return stray(0L);
    }

    @Override
    public long count(String name, Duration window) {
        return stray(0L);
    }

    @Override
    public double sum(String name, String field) {
        return stray(0.0);
    }

    @Override
    public double sum(String name, String field, Duration window) {
        return stray(0.0);
    }

    @Override
    public Optional<Instant> last(String name) {
        return stray(Optional.empty());
    }

    @Override
    public Optional<Instant> first(String name) {
        return stray(Optional.empty());
    }

    @Override
    public long sessions() {
        return stray(0L);
    }

    @Override
    public long sessions(Duration window) {
        return stray(0L);
    }

    @Override
    public boolean seen(String product) {
        return stray(false);
    }

    @Override
    public Map<String, Object> cart() {
        return stray(Map.of());
    }

    @Override
    public Map<String, Object> consents() {
        return stray(Map.of());
    }

    @Override
    public boolean in(String segment) {
        return stray(false);
    }

    private <T> T stray(T nothing) {
        strayed = true;
        return nothing;
    }
}
