package dev.safar.engine.streams;

import dev.safar.core.model.JourneyId;
import dev.safar.engine.state.Place;
import java.util.Map;

/**
 * Who is where right now, counted one by one.
 *
 * @param customers of whom anything is known
 * @param running live runs per journey; those that are finished and have a message outstanding don't count
 * @param places the same per step
 */
public record Census(long customers, Map<JourneyId, Long> running, Map<Place, Long> places) {

    public Census {
        running = Map.copyOf(running);
        places = Map.copyOf(places);
    }
}
