package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Policies;
import dev.safar.core.model.Policies.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a channel keeps silent. Where the clock shows an hour twice, a quiet time begins with the first showing and ends
 * with the last: it is never interrupted, and whenever it is over the clock shows so.
 */
final class QuietTimes {

    static final String QUIET_HOURS = "quiet-hours";
    static final String WEEKEND = "weekend";

    /** A week has a day that is no weekend, and a day a minute that is not quiet. */
    private static final int STRETCHES = 30;

    private final Policies policies;

    QuietTimes(Policies policies) {
        this.policies = policies;
    }

    /** Silence at a moment: why, and the first moment afterwards at which there is none. */
    record Silence(String reason, Instant until) {}

    /** Empty where the channel may be used. */
    Optional<Silence> at(Channel channel, Instant now, ZoneId zone) {
        QuietHours hours = policies.quietHours().get(channel);
        if (hours == null) {
            return Optional.empty();
        }
        Instant end = now;
        for (int i = 0; i < STRETCHES; i++) {
            Optional<Instant> next = endOfStretch(hours, end, zone);
            if (next.isEmpty()) {
                break;
            }
            end = next.get();
        }
        String reason = endOfHours(hours, now, zone).isPresent() ? QUIET_HOURS : WEEKEND;
        return end.equals(now) ? Optional.empty() : Optional.of(new Silence(reason, end));
    }

    private Optional<Instant> endOfStretch(QuietHours hours, Instant now, ZoneId zone) {
        return endOfHours(hours, now, zone).or(() -> hours.weekend() ? endOfWeekend(now, zone) : Optional.empty());
    }

    private static Optional<Instant> endOfHours(QuietHours hours, Instant now, ZoneId zone) {
        int nights = hours.to().isAfter(hours.from()) ? 0 : 1;
        return around(now, zone)
                .map(date -> new Stretch(
                        LocalTimes.first(date.atTime(hours.from()), zone),
                        LocalTimes.last(date.plusDays(nights).atTime(hours.to()), zone)))
                .filter(stretch -> stretch.contains(now))
                .map(Stretch::end)
                .findFirst();
    }

    private Optional<Instant> endOfWeekend(Instant now, ZoneId zone) {
        return around(now, zone)
                .filter(date -> policies.weekend().contains(date.getDayOfWeek()))
                .map(date -> new Stretch(
                        LocalTimes.first(date.atTime(LocalTime.MIDNIGHT), zone),
                        LocalTimes.last(date.plusDays(1).atTime(LocalTime.MIDNIGHT), zone)))
                .filter(stretch -> stretch.contains(now))
                .map(Stretch::end)
                .findFirst();
    }

    /** A quiet time may have begun the day before; where the clock is put back over midnight, the day after has begun too. */
    private static Stream<LocalDate> around(Instant now, ZoneId zone) {
        LocalDate today = LocalTimes.dateOf(now, zone);
        return Stream.of(today.minusDays(1), today, today.plusDays(1));
    }

    private record Stretch(Instant start, Instant end) {
        boolean contains(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }
    }
}
