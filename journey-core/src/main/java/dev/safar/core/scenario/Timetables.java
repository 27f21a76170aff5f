package dev.safar.core.scenario;

import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Input;
import dev.safar.core.runtime.Schedules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the timetables of a workspace come to next. */
final class Timetables {

    private final ZoneId zone;
    private final Map<JourneyId, Start.Schedule> schedules = new LinkedHashMap<>();
    private final Map<JourneyId, Instant> next = new LinkedHashMap<>();

    /** @param start times up to this one have gone by */
    Timetables(Workspace workspace, Instant start) {
        this.zone = workspace.settings().zone();
        for (Journey journey : workspace.journeys()) {
            if (journey.start() instanceof Start.Schedule schedule) {
                schedules.put(journey.ref().id(), schedule);
            }
        }
        skipTo(start);
    }

    /** All times up to this one go by without anybody. */
    void skipTo(Instant time) {
        schedules.forEach((journey, schedule) -> Schedules.next(schedule, zone, time)
                .ifPresentOrElse(due -> next.put(journey, due), () -> next.remove(journey)));
    }

    Optional<Instant> nextDue() {
        return next.values().stream().min(Comparator.naturalOrder());
    }

    /** Whether a journey's timetable comes to a time again. */
    boolean isAhead(JourneyId journey) {
        return next.containsKey(journey);
    }

    /** The first that comes next; it goes by with that. */
    Optional<Input.Scheduled> poll() {
        Optional<Input.Scheduled> first = next.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(entry -> new Input.Scheduled(entry.getKey(), entry.getValue()));
        first.ifPresent(come -> Schedules.next(schedules.get(come.journey()), zone, come.due())
                .ifPresentOrElse(due -> next.put(come.journey(), due), () -> next.remove(come.journey())));
        return first;
    }
}
