package dev.safar.engine.streams;

import dev.safar.core.model.JourneyId;
import java.util.Map;

/**
 * Who is where right now, counted one by one.
 *
 * @param customers of whom anything is known
 * @param running live runs per journey; those that are finished and have a message outstanding don't count
 */
public record Census(long customers, Map<JourneyId, Long> running) {

    public Census {
        running = Map.copyOf(running);
    }
}
