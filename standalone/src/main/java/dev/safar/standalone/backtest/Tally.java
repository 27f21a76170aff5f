package dev.safar.standalone.backtest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How often, by what. */
public final class Tally {

    private final Map<String, Long> counts = new TreeMap<>();

    void count(String what) {
        add(what, 1);
    }

    void add(Tally other) {
        other.counts.forEach(this::add);
    }

    /** In the order of the names. */
    @JsonValue
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private void add(String what, long times) {
        counts.merge(what, times, Long::sum);
    }
}
