package dev.safar.core.runtime;

import dev.safar.core.model.Until;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

import static org.assertj.core.api.Assertions.assertThat;

/** Local times against java.time, in every zone there is. */
class LocalTimesPropertyTest {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2060-01-01T00:00:00Z");
    private static final Duration LONGEST_DAY = Duration.ofHours(25).plusMinutes(30);

    @Provide
    Arbitrary<ZoneId> zones() {
        Arbitrary<String> notable = Arbitraries.of(
                "America/New_York",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Asia/Tehran",
                "America/Nuuk",
                "America/Sao_Paulo");
        Arbitrary<String> all =
                Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        return Arbitraries.oneOf(notable, all).map(ZoneId::of);
    }

    /** Any moment, and moments close to a change of the clock. */
    @Provide
    Arbitrary<Long> seconds() {
        return Arbitraries.longs()
                .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                .withDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<LocalTime> times() {
        Arbitrary<Integer> any =
                Arbitraries.integers().between(0, 24 * 60 - 1).withDistribution(RandomDistribution.uniform());
        Arbitrary<Integer> night =
                Arbitraries.integers().between(0, 4 * 60).withDistribution(RandomDistribution.uniform());
        return Arbitraries.oneOf(any, night).map(minutes -> LocalTime.MIDNIGHT.plusMinutes(minutes));
    }

    @Property(tries = 3000)
    void theNextTimeIsTheFirstAfterwardsThatTheClockShowsOrSkips(
            @ForAll("zones") ZoneId zone,
            @ForAll("seconds") long second,
            @ForAll("times") LocalTime time,
            @ForAll boolean atAChange) {
        Instant after = moment(zone, second, atAChange);

        Instant next = LocalTimes.next(new Until.Local(Set.of(), false, time), after, zone, Set.of());

        assertThat(next).isAfter(after);
        ZonedDateTime shown = next.atZone(zone);
        boolean skipped = isFirstAfterGap(next, zone);
        assertThat(shown.toLocalTime().equals(time) || skipped).isTrue();
        if (!skipped) { // java.time's own answer where the clock is not changed: it takes the first of two
            assertThat(next)
                    .isEqualTo(shown.toLocalDate().atTime(time).atZone(zone).toInstant());
        }
        assertThat(noneBetween(after, next, time, zone)).isTrue();
    }

    /** No day in between has the time, other than one on which it had come before. */
    private static boolean noneBetween(Instant after, Instant next, LocalTime time, ZoneId zone) {
        LocalDate today = after.atZone(zone).toLocalDate();
        return List.of(today, today.plusDays(1)).stream()
                .filter(date -> date.atStartOfDay(zone).toLocalDate().equals(date))
                .map(date -> date.atTime(time).atZone(zone))
                .filter(shown -> shown.toLocalTime().equals(time))
                .map(ZonedDateTime::toInstant)
                .noneMatch(moment -> moment.isAfter(after) && moment.isBefore(next));
    }

    private static boolean isFirstAfterGap(Instant moment, ZoneId zone) {
        var change = zone.getRules().previousTransition(moment.plusSeconds(1));
        return change != null && change.isGap() && change.getInstant().equals(moment);
    }

    @Property(tries = 2000)
    void aTimeComesAgainWithinADayAndADayOfTheWeekWithinAWeek(
            @ForAll("zones") ZoneId zone,
            @ForAll("seconds") long second,
            @ForAll("times") LocalTime time,
            @ForAll boolean atAChange) {
        Instant after = moment(zone, second, atAChange);
        DayOfWeek day = after.atZone(zone).getDayOfWeek();

        Instant next = LocalTimes.next(new Until.Local(Set.of(), false, time), after, zone, Set.of());
        Instant sameDay = LocalTimes.next(new Until.Local(Set.of(day), false, time), after, zone, Set.of());

        // clocks jump by whole days where a country moves across the date line
        assertThat(next).isBefore(after.plus(LONGEST_DAY).plus(Duration.ofDays(2)));
        assertThat(sameDay).isAfterOrEqualTo(next).isBefore(after.plus(Duration.ofDays(15)));
    }

    @Property(tries = 2000)
    void theNextDayBeginsWhereTheDateChanges(
            @ForAll("zones") ZoneId zone, @ForAll("seconds") long second, @ForAll boolean atAChange) {
        Instant instant = moment(zone, second, atAChange);

        Instant next = LocalTimes.startOfNextDay(instant, zone);

        LocalDate date = instant.atZone(zone).toLocalDate();
        assertThat(next).isEqualTo(date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    @Property(tries = 2000)
    void daysOnTheCalendarKeepTheTimeOfDayWhereItExists(
            @ForAll("zones") ZoneId zone, @ForAll("seconds") long second, @ForAll("times") LocalTime time) {
        Instant instant = Instant.ofEpochSecond(second);
        LocalDate date = instant.atZone(zone).toLocalDate();

        Instant moved = LocalTimes.date(date.toString(), Duration.ofDays(-3), time, zone)
                .orElseThrow();

        ZonedDateTime oracle = date.minusDays(3).atTime(time).atZone(zone);
        if (oracle.toLocalTime().equals(time)) {
            assertThat(moved).isEqualTo(oracle.toInstant());
        } else {
            assertThat(isFirstAfterGap(moved, zone)).isTrue();
        }
    }

    private static Instant moment(ZoneId zone, long second, boolean atAChange) {
        Instant any = Instant.ofEpochSecond(second);
        if (!atAChange) {
            return any;
        }
        var change = zone.getRules().nextTransition(any);
        return change == null ? any : change.getInstant().plusSeconds(second % 10_800 - 5_400);
    }
}
