package dev.safar.core.runtime;

import dev.safar.core.model.DateReference;
import dev.safar.core.model.Settings;
import dev.safar.core.model.Until;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a wait until some moment ends. */
final class Moments {

    /** When a date begins to matter that has no time of its own. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private Moments() {}

    /**
     * Empty where a date is absent or can't be read. A time of the clock is the next from now on, not from the time of the
     * event that led here: who asks for ten o'clock wants nothing sent at noon because an event came late.
     */
    static Optional<Instant> end(Until until, Run run, Deliberation deliberation, Settings settings) {
        if (until instanceof Until.SinceStart anchor) {
            return Optional.of(Instants.after(run.startedAt(), anchor.length()));
        }
        ZoneId zone = LocalTimes.zoneOf(deliberation.customer(), settings);
        if (until instanceof Until.Local local) {
            return Optional.of(LocalTimes.next(
                    local, deliberation.now(), zone, settings.policies().weekend()));
        }
        DateReference date = ((Until.Dated) until).date();
        return value(date.path(), run, deliberation.customer())
                .flatMap(value -> LocalTimes.date(value, date.offset(), MORNING, zone));
    }

    private static Optional<Object> value(List<String> path, Run run, Customer customer) {
        Object value = Map.of("customer", customer.attributes(), "run", run.variables());
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return Optional.ofNullable(value);
    }
}
