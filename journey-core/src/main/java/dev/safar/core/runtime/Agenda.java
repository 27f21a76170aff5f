package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What time alone will bring to a customer, besides the waits of runs.
 *
 * @param silences per journey that starts after a silence: when that silence will have lasted long enough
 * @param dates per journey that starts at a date in the data: when that is
 * @param segmentCheck when the segments are looked at again that time alone can change
 */
public record Agenda(Map<JourneyId, Instant> silences, Map<JourneyId, Instant> dates, Optional<Instant> segmentCheck) {

    /** Nothing. */
    public static final Agenda EMPTY = new Agenda(Map.of(), Map.of(), Optional.empty());

    public Agenda {
        silences = Map.copyOf(silences);
        dates = Map.copyOf(dates);
    }

    Agenda withSilence(JourneyId journey, Instant due) {
        return new Agenda(with(silences, journey, due), dates, segmentCheck);
    }

    Agenda withoutSilence(JourneyId journey) {
        return new Agenda(without(silences, journey), dates, segmentCheck);
    }

    Agenda withDate(JourneyId journey, Instant due) {
        return new Agenda(silences, with(dates, journey, due), segmentCheck);
    }

    Agenda withoutDate(JourneyId journey) {
        return new Agenda(silences, without(dates, journey), segmentCheck);
    }

    Agenda checkingSegments(Optional<Instant> due) {
        return new Agenda(silences, dates, due);
    }

    private static Map<JourneyId, Instant> with(Map<JourneyId, Instant> map, JourneyId journey, Instant due) {
        Map<JourneyId, Instant> changed = new HashMap<>(map);
        changed.put(journey, due);
        return changed;
    }

    private static Map<JourneyId, Instant> without(Map<JourneyId, Instant> map, JourneyId journey) {
        Map<JourneyId, Instant> changed = new HashMap<>(map);
        changed.remove(journey);
        return changed;
    }
}
