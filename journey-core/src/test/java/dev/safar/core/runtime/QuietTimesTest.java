package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Policies;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuietTimesTest {

    @ParameterizedTest(name = "in {0}, quiet from {1} to {2}, {3}: {4} until {5}")
    @CsvSource({
        // an ordinary night, its first minute and its last
        "Asia/Tehran, 21:00, 09:00, 2026-03-02T21:00+03:30, quiet-hours, 2026-03-03T09:00+03:30",
        "Asia/Tehran, 21:00, 09:00, 2026-03-03T08:59+03:30, quiet-hours, 2026-03-03T09:00+03:30",
        "Asia/Tehran, 21:00, 09:00, 2026-03-03T09:00+03:30, , ",
        // a Saturday evening, and the Sunday after it
        "Asia/Tehran, 21:00, 09:00, 2026-03-07T22:00+03:30, quiet-hours, 2026-03-09T09:00+03:30",
        "Asia/Tehran, 21:00, 09:00, 2026-03-08T12:00+03:30, weekend, 2026-03-09T09:00+03:30",
        // an end that the clock leaves out
        "Europe/Berlin, 21:00, 02:30, 2027-03-27T22:00+01:00, quiet-hours, 2027-03-29T02:30+02:00",
        // a night of 25 hours: quiet until two the second time, and a start at half past one is the first one
        "America/New_York, 21:00, 01:30, 2026-11-02T22:00-05:00, quiet-hours, 2026-11-03T01:30-05:00",
        "America/New_York, 01:30, 02:00, 2022-11-06T01:15-05:00, quiet-hours, 2022-11-07T00:00-05:00",
        // a clock that is put back over midnight does not interrupt the day that has begun
        "America/St_Johns, 03:00, 03:01, 2010-11-06T23:30-03:30, weekend, 2010-11-08T00:00-03:30",
    })
    void aChannelKeepsSilent(
            ZoneId zone, LocalTime from, LocalTime to, OffsetDateTime now, String reason, OffsetDateTime until) {
        Policies none = Policies.NONE;
        QuietTimes times = new QuietTimes(new Policies(
                Set.of(DayOfWeek.SUNDAY),
                Map.of(Channel.SMS, new Policies.QuietHours(from, to, true)),
                none.caps(),
                none.topics(),
                none.holdout(),
                none.offers()));

        assertThat(times.at(Channel.SMS, now.toInstant(), zone))
                .isEqualTo(Optional.ofNullable(until).map(end -> new QuietTimes.Silence(reason, end.toInstant())));
        assertThat(times.at(Channel.EMAIL, now.toInstant(), zone)).isEmpty();
    }
}
