package dev.safar.core.runtime;

import dev.safar.core.model.Recurrence;
import dev.safar.core.model.Start;
import dev.safar.core.model.Timetable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When timetables come to a time. One that the clock leaves out comes when the clock goes on; one that it shows twice
 * comes the first time.
 */
public final class Schedules {

    /** Beyond these no calendar is of use to anybody. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2970-01-01T00:00:00Z");

    private Schedules() {}

    /** The first time strictly after {@code after}; empty where there is none any more. */
    public static Optional<Instant> next(Start.Schedule schedule, ZoneId zone, Instant after) {
        if (after.isAfter(LATEST)) {
            return Optional.empty();
        }
        Instant bounded = Instants.later(after, EARLIEST);
        return schedule.timetable() instanceof Timetable.Cron cron
                ? next(cron.recurrence(), zone, bounded)
                : Optional.of(LocalTimes.first(((Timetable.Once) schedule.timetable()).time(), zone))
                        .filter(time -> time.isAfter(after));
    }

    /** Where the clock was set, times of different names can be one, or gone by: the next that is neither. */
    private static Optional<Instant> next(Recurrence recurrence, ZoneId zone, Instant after) {
        Optional<LocalDateTime> local = recurrence.next(LocalDateTime.ofInstant(after, zone));
        while (local.isPresent()) {
            Instant time = LocalTimes.first(local.get(), zone);
            if (time.isAfter(after)) {
                return Optional.of(time);
            }
            local = recurrence.next(local.get());
        }
        return Optional.empty();
    }
}
