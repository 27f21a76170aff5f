package dev.safar.core.runtime;

import dev.safar.core.cron.CronText;
import dev.safar.core.model.Start;
import dev.safar.core.model.Timetable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchedulesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private static Start.Schedule cron(String text) {
        return new Start.Schedule(new Timetable.Cron(text, CronText.read(text).orElseThrow()), Optional.empty());
    }

    private static List<String> times(Start.Schedule schedule, ZoneId zone, String after, int limit) {
        List<String> times = new ArrayList<>();
        Optional<Instant> next = Schedules.next(schedule, zone, Instant.parse(after));
        while (next.isPresent() && times.size() < limit) {
            times.add(next.get().toString());
            next = Schedules.next(schedule, zone, next.get());
        }
        return times;
    }

    @Test
    void comesOnTheClockOfTheZone() {
        assertThat(times(cron("0 9 * * 1"), TEHRAN, "2026-03-01T09:00:00Z", 2))
                .containsExactly("2026-03-02T05:30:00Z", "2026-03-09T05:30:00Z");
    }

    @Test
    void isStrictlyAfter() {
        assertThat(times(cron("0 9 * * *"), ZoneId.of("UTC"), "2026-03-01T09:00:00Z", 1))
                .containsExactly("2026-03-02T09:00:00Z");
    }

    @Test
    void aTimeThatTheClockLeavesOutComesWhenItGoesOn() {
        assertThat(times(cron("30 2 * * *"), BERLIN, "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void aTimeThatTheClockShowsTwiceComesOnce() {
        assertThat(times(cron("30 2 * * *"), BERLIN, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void goesOnFromWithinTheHourThatComesTwice() {
        assertThat(times(cron("30 2 * * *"), BERLIN, "2026-10-25T01:15:00Z", 1))
                .containsExactly("2026-10-26T01:30:00Z");
    }

    @Test
    void aDayOfTheMonthOrADayOfTheWeekWillDo() {
        assertThat(times(cron("0 9 1 * 1"), ZoneId.of("UTC"), "2026-03-25T00:00:00Z", 3))
                .containsExactly("2026-03-30T09:00:00Z", "2026-04-01T09:00:00Z", "2026-04-06T09:00:00Z");
    }

    @Test
    void aLeapDayComesInLeapYears() {
        assertThat(times(cron("0 0 29 2 *"), ZoneId.of("UTC"), "2095-01-01T00:00:00Z", 2))
                .containsExactly("2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z");
    }

    @Test
    void aDayThatNeverComesNeverComes() {
        assertThat(times(cron("0 0 30 2 *"), ZoneId.of("UTC"), "2026-03-01T00:00:00Z", 1))
                .isEmpty();
    }

    @Test
    void onceIsOnce() {
        Start.Schedule once =
                new Start.Schedule(new Timetable.Once(LocalDateTime.parse("2026-12-01T09:00")), Optional.empty());

        assertThat(times(once, TEHRAN, "2026-03-01T00:00:00Z", 5)).containsExactly("2026-12-01T05:30:00Z");
    }

    @Test
    void theEndsOfTimeAreNoTrouble() {
        assertThat(Schedules.next(cron("* * * * *"), BERLIN, Instant.MAX)).isEmpty();
        assertThat(Schedules.next(cron("* * * * *"), BERLIN, Instant.MIN))
                .contains(Instant.parse("1970-01-01T00:01:00Z"));
    }
}
