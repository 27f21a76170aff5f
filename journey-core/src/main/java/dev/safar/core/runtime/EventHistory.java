package dev.safar.core.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of one kind of event.
 *
 * @param recent the last few occurrences with their observed fields, latest last; only kept for events that need it
 * @param sums per field that is added up, all that it ever came to
 * @param timeline when it happened lately; only kept for events that somebody counts or adds up over some time
 */
public record EventHistory(
        long count, Instant first, Instant last, List<Occurrence> recent, Map<String, Double> sums, Timeline timeline) {

    /** How many occurrences are kept in {@link #recent}. */
    public static final int RECENT_LIMIT = 8;

    public EventHistory {
        recent = List.copyOf(recent);
        sums = Map.copyOf(sums);
    }

    /** How often and when; nothing is added up or counted over some time. */
    public EventHistory(long count, Instant first, Instant last, List<Occurrence> recent) {
        this(count, first, last, recent, Map.of(), Timeline.EMPTY);
    }

    /** Nothing yet but this occurrence. */
    static EventHistory of(Occurrence occurrence, Impression impression, Instant now) {
        return new EventHistory(0, occurrence.time(), occurrence.time(), List.of()).plus(occurrence, impression, now);
    }

    /** One more; occurrences may arrive in any order. What nobody asks for any more is forgotten. */
    EventHistory plus(Occurrence occurrence, Impression impression, Instant now) {
        Instant time = occurrence.time();
        return new EventHistory(
                count + 1,
                time.isBefore(first) ? time : first,
                Instants.later(time, last),
                recentWith(occurrence),
                sumsWith(impression),
                timeline.plus(time, impression, now));
    }

    private Map<String, Double> sumsWith(Impression impression) {
        if (impression.memory().sums().isEmpty()) {
            return Map.of();
        }
        Map<String, Double> grown = new HashMap<>(Timeline.added(sums, impression.amounts()));
        grown.keySet().retainAll(impression.memory().sums());
        return grown;
    }

    private List<Occurrence> recentWith(Occurrence occurrence) {
        if (recent.isEmpty() && occurrence.fields().isEmpty()) {
            return recent;
        }
        List<Occurrence> all = new ArrayList<>(recent);
        all.add(occurrence);
        all.sort(Comparator.comparing(Occurrence::time));
        List<Occurrence> told =
                all.stream().filter(past -> !past.fields().isEmpty()).toList();
        return told.subList(Math.max(0, told.size() - RECENT_LIMIT), told.size());
    }

    /** One occurrence by its own time. */
    public record Occurrence(Instant time, Map<String, Object> fields) {
        public Occurrence {
            fields = Map.copyOf(fields);
        }
    }
}
