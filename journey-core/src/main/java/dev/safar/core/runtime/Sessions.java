package dev.safar.core.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often a customer came to the shop. Half an hour without an event ends a session. Events may arrive in any order, as
 * long as they are no later than a session is remembered.
 *
 * @param closed how many there were before those that are told apart
 * @param recent the latest, oldest first
 */
public record Sessions(long closed, List<Span> recent) {

    /** None yet. */
    public static final Sessions NONE = new Sessions(0, List.of());

    /** How many sessions are told apart at most. */
    static final int LIMIT = 256;

    /** How long a session is told apart at least, so that a late event finds the one it belongs to. */
    static final Duration PATIENCE = Duration.ofDays(2);

    private static final Duration QUIET = Duration.ofMinutes(30);

    public Sessions {
        recent = List.copyOf(recent);
    }

    /** A session from its first event to its last. */
    public record Span(Instant from, Instant to) {

        /** Whether it is the same session, seen from the other's side. */
        private boolean touches(Span other) {
            return from.isBefore(Instants.after(other.to, QUIET)) && other.from.isBefore(Instants.after(to, QUIET));
        }

        private Span and(Span other) {
            return new Span(other.from.isBefore(from) ? other.from : from, Instants.later(to, other.to));
        }
    }

    /** @param window how far back sessions are counted */
    Sessions plus(Instant time, Duration window, Instant now) {
        Duration patience = window.compareTo(PATIENCE) > 0 ? window : PATIENCE;
        Instant start = Instants.before(now, patience);
        if (time.isBefore(start)) {
            return this;
        }
        Span joined = new Span(time, time);
        List<Span> spans = new ArrayList<>();
        for (Span span : recent) {
            if (span.touches(joined)) {
                joined = joined.and(span);
            } else {
                spans.add(span);
            }
        }
        spans.add(joined);
        spans.sort(Comparator.comparing(Span::from));
        return new Sessions(closed, spans).without(start);
    }

    private Sessions without(Instant start) {
        int over = Math.max(0, recent.size() - LIMIT);
        while (over < recent.size() && recent.get(over).to().isBefore(start)) {
            over++;
        }
        return new Sessions(closed + over, recent.subList(over, recent.size()));
    }

    long count() {
        return closed + recent.size();
    }

    /** How many had an event later than that. */
    long countAfter(Instant start) {
        return recent.stream().filter(span -> span.to().isAfter(start)).count();
    }
}
