package dev.safar.ingest.accept;

import java.util.Locale;
import java.util.Optional;

/**
 * Why one event was left out.
 *
 * @param index of the event in its batch, from 0
 * @param messageId of the event, if it has a usable one
 * @param field path of the field in the event
 */
public record EventProblem(int index, Optional<String> messageId, String field, Kind kind, String message) {

    /** The sorts of problems, few enough to count them by. */
    public enum Kind {
        MISSING,
        INVALID,
        TOO_LONG,
        TOO_LARGE,
        TOO_DEEP,
        RESERVED;

        /** For metrics. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
