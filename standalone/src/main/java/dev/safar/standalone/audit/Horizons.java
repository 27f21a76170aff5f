package dev.safar.standalone.audit;

import java.util.HashMap;
import java.util.Map;

/** How far back the logs of one partition reach: what is older was deleted by retention and is nobody's loss. */
final class Horizons {

    /** How far apart a transaction's records can be in two logs. */
    private static final long SLACK_MILLIS = 60_000;

    private final Map<String, Long> oldest = new HashMap<>();

    /** A log that no longer has its beginning, and when its oldest record was appended; it may have none. */
    void trimmed(String topic, long oldestAppendedAt) {
        oldest.put(topic, oldestAppendedAt);
    }

    /** Whether a log must still have what was appended to another one at this time. */
    boolean reaches(String topic, long appendedAt) {
        Long from = oldest.get(topic);
        return from == null || appendedAt > from + SLACK_MILLIS;
    }

    /** Whether a log has its beginning. */
    boolean whole(String topic) {
        return !oldest.containsKey(topic);
    }
}
