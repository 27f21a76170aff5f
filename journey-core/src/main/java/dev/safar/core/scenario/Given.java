package dev.safar.core.scenario;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What happens to the customer of a scenario.
 *
 * @param at when it happens
 * @param received when it becomes known, never before it happens
 * @param id the sender's id of the call, where it matters
 * @param imported from the past, so that it starts nothing
 */
record Given(Duration at, Duration received, Optional<String> id, boolean imported, What what) {

    /** What it is that happens. */
    sealed interface What {}

    /** An event of the shop. */
    record Occurrence(String event, Map<String, Object> fields) implements What {
        Occurrence {
            fields = Map.copyOf(fields);
        }
    }

    /** The shop says something about the customer. */
    record Identified(Map<String, Object> traits) implements What {
        Identified {
            traits = Map.copyOf(traits);
        }
    }

    /**
     * The answer to the last call of a step.
     *
     * @param fields status and, where something was answered, body
     */
    record Answered(String step, Map<String, Object> fields) implements What {
        Answered {
            fields = Map.copyOf(fields);
        }
    }

    /** A report on the last message of a step, the step known by its id or by its template. */
    record Report(String kind, String message) implements What {}
}
