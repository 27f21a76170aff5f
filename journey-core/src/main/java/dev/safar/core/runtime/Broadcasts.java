package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Segment;
import dev.safar.core.model.Start;
import dev.safar.core.model.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Begins journeys at the times of their timetables, for the customers they are meant for. */
final class Broadcasts {

    private final Workspace workspace;
    private final Starts starts;
    private final Map<JourneyId, Starter<Start.Schedule>> scheduled = new LinkedHashMap<>();

    Broadcasts(Workspace workspace, Starts starts) {
        this.workspace = workspace;
        this.starts = starts;
        Starter.of(workspace.journeys(), Start.Schedule.class)
                .forEach(starter -> scheduled.put(starter.journey().ref().id(), starter));
    }

    /** Whoever is not in the segment is not meant, and is not told why. */
    void apply(Input.Scheduled input, Deliberation deliberation) {
        Starter<Start.Schedule> starter = scheduled.get(input.journey());
        if (starter != null && isMeant(starter.start(), deliberation)) {
            var origin = Beginning.Origin.ofDue(input.due(), deliberation.now());
            starts.begin(starter.journey(), Ids.Cause.due("schedule", input.due()), origin, deliberation);
        }
    }

    private boolean isMeant(Start.Schedule start, Deliberation deliberation) {
        Optional<Segment> segment = start.segment().flatMap(workspace::segment);
        return start.segment().isEmpty()
                || segment.filter(known -> known.condition().holds(deliberation.momentOf(Map.of(), Map.of())))
                        .isPresent();
    }
}
