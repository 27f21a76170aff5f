package dev.safar.core.runtime;

import java.time.Instant;
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

    /** One occurrence by its own time. */
    public record Occurrence(Instant time, Map<String, Object> fields) {
        public Occurrence {
            fields = Map.copyOf(fields);
        }
    }
}
