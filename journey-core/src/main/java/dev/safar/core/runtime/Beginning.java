package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.RunId;
import dev.safar.core.model.Start;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A run that may be about to begin.
 *
 * @param again what it means that one with the same key is under way
 * @param origin what begins it
 */
record Beginning(RunId run, Journey journey, String key, Start.Again again, Origin origin) {

    /**
     * What begins a run.
     *
     * @param time when it happened or fell due, which is what periods and ages are about
     * @param startedAt the moment that the run counts from
     * @param fields what the run may remember of it
     * @param historical whether it was imported from the past
     * @param pace when the first steps take place
     */
    record Origin(Instant time, Instant startedAt, Map<String, Object> fields, boolean historical, Walk.Pace pace) {

        /** An event counts from when it happened, however late it becomes known. */
        static Origin of(Event event, Deliberation deliberation) {
            Walk.Pace pace = new Walk.Pace(event.time(), event.time(), deliberation.ticked());
            return new Origin(event.time(), event.time(), event.fields(), event.historical(), pace);
        }

        /** What fell due counts from when it is done. */
        static Origin ofDue(Instant due, Instant now) {
            return new Origin(due, now, Map.of(), false, new Walk.Pace(now, due, true));
        }

        /** A silence goes on: it is not too old for being noticed late. */
        static Origin ofSilence(Instant due, Instant now) {
            return new Origin(now, now, Map.of(), false, new Walk.Pace(now, due, true));
        }
    }

    /** The fields that the run remembers, because something reads them. */
    Map<String, Object> start() {
        Map<String, Object> start = new HashMap<>();
        for (String field : journey.startFields()) {
            Object value = origin.fields().get(field);
            if (value != null) {
                start.put(field, value);
            }
        }
        return start;
    }

    boolean restarts() {
        return again == Start.Again.RESTART;
    }
}
