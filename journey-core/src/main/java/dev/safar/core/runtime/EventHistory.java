package dev.safar.core.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of one kind of event.
 *
 * @param recent the last few occurrences with their observed fields, latest last; only kept for events that need it
 */
public record EventHistory(long count, Instant first, Instant last, List<Occurrence> recent) {

    /** How many occurrences are kept in {@link #recent}. */
    public static final int RECENT_LIMIT = 8;

    public EventHistory {
        recent = List.copyOf(recent);
    }

    /** Nothing yet but this occurrence. */
    static EventHistory of(Occurrence occurrence) {
        return new EventHistory(1, occurrence.time(), occurrence.time(), recentOf(List.of(occurrence)));
    }

    /** One more; occurrences may arrive in any order. */
    EventHistory plus(Occurrence occurrence) {
        List<Occurrence> all = new ArrayList<>(recent);
        all.add(occurrence);
        all.sort(Comparator.comparing(Occurrence::time));
        Instant time = occurrence.time();
        return new EventHistory(
                count + 1, time.isBefore(first) ? time : first, time.isAfter(last) ? time : last, recentOf(all));
    }

    private static List<Occurrence> recentOf(List<Occurrence> all) {
        List<Occurrence> told = all.stream()
                .filter(occurrence -> !occurrence.fields().isEmpty())
                .toList();
        return told.subList(Math.max(0, told.size() - RECENT_LIMIT), told.size());
    }

    /** One occurrence by its own time. */
    public record Occurrence(Instant time, Map<String, Object> fields) {
        public Occurrence {
            fields = Map.copyOf(fields);
        }
    }
}
