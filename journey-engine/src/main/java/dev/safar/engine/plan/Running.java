package dev.safar.engine.plan;

import dev.safar.engine.query.JourneyView;
import dev.safar.engine.query.PublishedWorkspace;
import java.util.List;

/**
 * The system that a change is planned for.
 *
 * @param journeys of all instances together
 */
public record Running(PublishedWorkspace workspace, List<JourneyView> journeys) {

    public Running {
        journeys = List.copyOf(journeys);
    }
}
