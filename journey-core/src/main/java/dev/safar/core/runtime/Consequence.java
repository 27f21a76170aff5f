package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import java.util.Map;

/** What a step sets off beside its own run. */
sealed interface Consequence {

    /** An event happens to the same customer. */
    record Emission(Event event) implements Consequence {}

    /**
     * A journey is to begin.
     *
     * @param key empty text for none
     * @param cause what it follows from, so that a repeated cause is the same run
     */
    record Calling(JourneyId journey, String key, Map<String, Object> start, String cause) implements Consequence {
        public Calling {
            start = Map.copyOf(start);
        }
    }
}
