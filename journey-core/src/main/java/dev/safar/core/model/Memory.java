package dev.safar.core.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be remembered of one kind of event, beside how often and when it happened.
 *
 * @param sums the fields that are added up
 * @param windows the lengths of time back from now over which somebody counts or adds up
 */
public record Memory(Set<String> sums, Set<Duration> windows) {

    /** How often and when, nothing else. */
    public static final Memory PLAIN = new Memory(Set.of(), Set.of());

    public Memory {
        sums = Set.copyOf(sums);
        windows = Set.copyOf(windows);
    }

    /** What either needs. */
    public Memory and(Memory other) {
        return new Memory(union(sums, other.sums), union(windows, other.windows));
    }

    public Optional<Duration> shortest() {
        return windows.stream().min(Comparator.naturalOrder());
    }

    public Optional<Duration> longest() {
        return windows.stream().max(Comparator.naturalOrder());
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }
}
