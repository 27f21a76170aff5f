package dev.safar.core.runtime;

import dev.safar.core.model.Until;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalTimesTest {

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @ParameterizedTest(name = "in {0}, {1} comes after {2} at {3}")
    @CsvSource({
        // an ordinary day: later today, else tomorrow, and at the time itself tomorrow
        "Asia/Tehran, 10:00, 2026-03-01T09:59+03:30, 2026-03-01T10:00+03:30",
        "Asia/Tehran, 10:00, 2026-03-01T10:00+03:30, 2026-03-02T10:00+03:30",
        "Asia/Tehran, 10:00, 2026-03-01T10:01+03:30, 2026-03-02T10:00+03:30",
        // Iran has changed no clock since 2022, and did before: 22 March 2022 began at one o'clock
        "Asia/Tehran, 00:30, 2026-03-21T12:00+03:30, 2026-03-22T00:30+03:30",
        "Asia/Tehran, 00:30, 2022-03-21T12:00+03:30, 2022-03-22T01:00+04:30",
        // a time that is left out comes when the clock goes on
        "America/New_York, 02:30, 2026-03-07T12:00-05:00, 2026-03-08T03:00-04:00",
        "Europe/Berlin, 02:30, 2026-03-28T12:00+01:00, 2026-03-29T03:00+02:00",
        "Australia/Lord_Howe, 02:15, 2026-10-03T12:00+10:30, 2026-10-04T02:30+11:00",
        "America/Nuuk, 23:30, 2026-03-28T12:00-02:00, 2026-03-29T00:00-01:00",
        // a time that comes twice comes the first time, and that day not again
        "America/New_York, 01:30, 2026-10-31T12:00-04:00, 2026-11-01T01:30-04:00",
        "America/New_York, 01:30, 2026-11-01T01:45-04:00, 2026-11-02T01:30-05:00",
        "Europe/Berlin, 02:30, 2026-10-25T02:30+02:00, 2026-10-26T02:30+01:00",
        "Australia/Lord_Howe, 01:45, 2026-04-04T12:00+11:00, 2026-04-05T01:45+11:00",
        // a day that is left out does not come
        "Pacific/Apia, 10:00, 2011-12-29T12:00-10:00, 2011-12-31T10:00+14:00",
    })
    void aTimeOfTheClockComesOnceADay(ZoneId zone, LocalTime time, OffsetDateTime after, OffsetDateTime next) {
        Until.Local until = new Until.Local(Set.of(), false, time);

        assertThat(LocalTimes.next(until, after.toInstant(), zone, WEEKEND)).isEqualTo(next.toInstant());
    }

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource({
        "MONDAY, 2026-03-01T09:00+03:30, 2026-03-02T10:00+03:30",
        "SUNDAY, 2026-03-01T09:00+03:30, 2026-03-01T10:00+03:30",
        "SUNDAY, 2026-03-01T10:00+03:30, 2026-03-08T10:00+03:30",
    })
    void aDayOfTheWeekComesOnceAWeek(DayOfWeek day, OffsetDateTime after, OffsetDateTime next) {
        Until.Local until = new Until.Local(Set.of(day), false, LocalTime.of(10, 0));

        assertThat(LocalTimes.next(until, after.toInstant(), TEHRAN, WEEKEND)).isEqualTo(next.toInstant());
    }

    @ParameterizedTest(name = "a weekday after {0} is {1}")
    @CsvSource({
        "2026-03-04T09:00+03:30, 2026-03-04T10:00+03:30", // a Wednesday
        "2026-03-04T10:00+03:30, 2026-03-07T10:00+03:30", // a Saturday, which is a day like others in Iran
        "2026-03-06T10:00+03:30, 2026-03-07T10:00+03:30",
    })
    void aWeekdayIsNoDayOfTheWorkspacesWeekend(OffsetDateTime after, OffsetDateTime next) {
        Until.Local until = new Until.Local(Set.of(), true, LocalTime.of(10, 0));

        assertThat(LocalTimes.next(until, after.toInstant(), TEHRAN, WEEKEND)).isEqualTo(next.toInstant());
    }

    @Test
    void aDayThatThereNeverIsNeverComes() {
        Until.Local until = new Until.Local(Set.of(DayOfWeek.FRIDAY), true, NINE);

        assertThat(LocalTimes.next(until, Life.T0, TEHRAN, WEEKEND)).isEqualTo(Instant.MAX);
    }

    @ParameterizedTest(name = "{1} + {2} in {0} is {3}")
    @CsvSource({
        // a date has no time: it is at the one asked for
        "Asia/Tehran, 2026-05-17, PT0S, 2026-05-17T09:00+03:30",
        "Asia/Tehran, 2026-05-17, P-3D, 2026-05-14T09:00+03:30",
        // a time without an offset is the customer's own
        "Europe/Berlin, 2026-05-17T20:15, PT0S, 2026-05-17T20:15+02:00",
        "Europe/Berlin, 2026-05-17T20:15:30.5, PT-30M, 2026-05-17T19:45:30.5+02:00",
        // a time with an offset is that moment
        "Europe/Berlin, 2026-05-17T20:15Z, PT0S, 2026-05-17T20:15Z",
        "Europe/Berlin, 2026-05-17T20:15+03:30, PT1H, 2026-05-17T21:15+03:30",
        "Europe/Berlin, 2026-05-17T20:15+03:30[Asia/Tehran], PT0S, 2026-05-17T20:15+03:30",
        // days are days of the calendar, of 23 and of 25 hours too
        "Europe/Berlin, 2026-03-28T20:00, P1D, 2026-03-29T20:00+02:00",
        "Europe/Berlin, 2026-10-24T20:00Z, P1D, 2026-10-25T22:00+01:00",
        "America/New_York, 2026-03-07T02:30, P1D, 2026-03-08T03:00-04:00",
        "America/New_York, 2026-03-08T02:30, P1D, 2026-03-09T02:30-04:00",
        // hours are hours
        "Europe/Berlin, 2026-03-28T20:00, PT25H, 2026-03-29T22:00+02:00",
        // the moment is kept that the clock shows a second time
        "Europe/Berlin, 2026-10-25T01:30Z, PT0S, 2026-10-25T02:30+01:00",
    })
    void aDateInTheDataIsReadOnTheCustomersCalendar(
            ZoneId zone, String value, Duration offset, OffsetDateTime expected) {
        assertThat(LocalTimes.date(value, offset, NINE, zone)).contains(expected.toInstant());
    }

    @Test
    void anInstantIsADateToo() {
        Instant value = Instant.parse("2026-05-17T05:30:00Z");

        assertThat(LocalTimes.date(value, Duration.ofDays(1), NINE, TEHRAN))
                .contains(Instant.parse("2026-05-18T05:30:00Z"));
        assertThat(LocalTimes.day(value, TEHRAN)).contains(java.time.LocalDate.of(2026, 5, 17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "17.05.2026",
                "2026-13-01",
                "2026-02-30",
                "2026-05-17T25:00",
                "T",
                "2026-05-17T",
                "+999999999-12-31",
                "-0500-01-01",
                "2026-05-17T20:15+03:30[Nowhere/Land]"
            })
    void whatIsNoDateIsNone(String value) {
        assertThat(LocalTimes.date(value, Duration.ofDays(1), NINE, TEHRAN)).isEmpty();
    }

    @Test
    void numbersAndDatesBeyondTheCalendarAreNone() {
        assertThat(LocalTimes.date(20260517L, Duration.ZERO, NINE, TEHRAN)).isEmpty();
        assertThat(LocalTimes.date(Instant.MAX, Duration.ofDays(1), NINE, TEHRAN))
                .isEmpty();
        assertThat(LocalTimes.date(Instant.MIN, Duration.ZERO, NINE, TEHRAN)).isEmpty();
        assertThat(LocalTimes.day(Instant.MAX, TEHRAN)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest(name = "in {0}, the day after {1} begins at {2}")
    @CsvSource({
        "Asia/Tehran, 2026-03-01T23:59+03:30, 2026-03-02T00:00+03:30",
        "Asia/Tehran, 2026-03-01T00:00+03:30, 2026-03-02T00:00+03:30",
        "Asia/Tehran, 2022-03-21T12:00+03:30, 2022-03-22T01:00+04:30",
        "Pacific/Apia, 2011-12-29T12:00-10:00, 2011-12-31T00:00+14:00",
        "America/Sao_Paulo, 2018-11-03T23:30-03:00, 2018-11-04T01:00-02:00",
    })
    void aDayBeginsWhereTheCalendarTurns(ZoneId zone, OffsetDateTime instant, OffsetDateTime next) {
        assertThat(LocalTimes.startOfNextDay(instant.toInstant(), zone)).isEqualTo(next.toInstant());
    }

    @Test
    void aCustomerHasTheZoneTheyNameElseThatOfTheWorkspace() {
        assertThat(zoneOf(Map.of())).isEqualTo(TEHRAN);
        assertThat(zoneOf(Map.of("zone", "Europe/Berlin"))).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(zoneOf(Map.of("timezone", " America/New_York ", "zone", "Europe/Berlin")))
                .isEqualTo(ZoneId.of("America/New_York"));
        assertThat(zoneOf(Map.of("timezone", "Atlantis", "zone", "Europe/Berlin")))
                .isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(zoneOf(Map.of("zone", "Atlantis"))).isEqualTo(TEHRAN);
        assertThat(zoneOf(Map.of("zone", 3L))).isEqualTo(TEHRAN);
        assertThat(zoneOf(Map.of("zone", "x".repeat(1000)))).isEqualTo(TEHRAN);
    }

    private static ZoneId zoneOf(Map<String, Object> attributes) {
        Customer customer =
                Evolution.apply(Customer.unknown("ada"), new CustomerDecision.AttributesSet(attributes, Life.T0));
        return LocalTimes.zoneOf(customer, Journeys.workspace().settings());
    }
}
