package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Policies;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

import static org.assertj.core.api.Assertions.assertThat;

/** Quiet hours against what the customer's clock shows, in every zone there is, close to changes of the clock too. */
class QuietTimesPropertyTest {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

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

    @Provide
    Arbitrary<Policies.QuietHours> hours() {
        Arbitrary<Integer> any =
                Arbitraries.integers().between(0, 24 * 60 - 1).withDistribution(RandomDistribution.uniform());
        Arbitrary<Integer> night = Arbitraries.integers()
                .between(0, 4 * 60)
                .withDistribution(RandomDistribution.uniform()); // when clocks are changed
        Arbitrary<LocalTime> times =
                Arbitraries.oneOf(any, night).map(minutes -> LocalTime.MIDNIGHT.plusMinutes(minutes));
        return Combinators.combine(times, times, Arbitraries.of(true, false))
                .as(Policies.QuietHours::new)
                .filter(hours -> !hours.from().equals(hours.to()));
    }

    @Provide
    Arbitrary<Long> seconds() {
        return Arbitraries.longs()
                .between(0, Instant.parse("2060-01-01T00:00:00Z").getEpochSecond())
                .withDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 5000)
    void whoIsWrittenToHasNoQuietTimeOnTheClock(
            @ForAll("zones") ZoneId zone,
            @ForAll("hours") Policies.QuietHours hours,
            @ForAll("seconds") long second,
            @ForAll boolean atAChange) {
        Instant now = moment(zone, second, atAChange);

        Optional<QuietTimes.Silence> silence = quiet(hours).at(Channel.SMS, now, zone);

        Instant free = silence.map(QuietTimes.Silence::until).orElse(now);
        assertThat(showsQuiet(hours, free, zone)).isFalse();
        assertThat(quiet(hours).at(Channel.SMS, free, zone)).isEmpty();
        assertThat(free).isAfterOrEqualTo(now).isBefore(now.plus(Duration.ofDays(7)));
    }

    @Property(tries = 5000)
    void nobodyWaitsWhereTheClockIsNotChanged(
            @ForAll("zones") ZoneId zone, @ForAll("hours") Policies.QuietHours hours, @ForAll("seconds") long second) {
        Instant now = Instant.ofEpochSecond(second);
        Assume.that(changesNothing(zone, now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(8))));

        Optional<QuietTimes.Silence> silence = quiet(hours).at(Channel.SMS, now, zone);

        assertThat(silence.isPresent()).isEqualTo(showsQuiet(hours, now, zone));
        silence.ifPresent(kept -> {
            assertThat(showsQuiet(hours, kept.until().minusSeconds(1), zone)).isTrue();
            boolean inHours = isWithin(hours, LocalDateTime.ofInstant(now, zone).toLocalTime());
            assertThat(kept.reason()).isEqualTo(inHours ? "quiet-hours" : "weekend");
        });
    }

    private static QuietTimes quiet(Policies.QuietHours hours) {
        Policies none = Policies.NONE;
        return new QuietTimes(new Policies(
                WEEKEND, Map.of(Channel.SMS, hours), none.caps(), none.topics(), none.holdout(), none.offers()));
    }

    private static boolean changesNothing(ZoneId zone, Instant from, Instant to) {
        var change = zone.getRules().nextTransition(from);
        return change == null || change.getInstant().isAfter(to);
    }

    private static boolean showsQuiet(Policies.QuietHours hours, Instant moment, ZoneId zone) {
        LocalDateTime shown = LocalDateTime.ofInstant(moment, zone);
        boolean rests = hours.weekend() && WEEKEND.contains(shown.getDayOfWeek());
        return rests || isWithin(hours, shown.toLocalTime());
    }

    private static boolean isWithin(Policies.QuietHours hours, LocalTime time) {
        boolean after = !time.isBefore(hours.from());
        boolean before = time.isBefore(hours.to());
        return hours.from().isBefore(hours.to()) ? after && before : after || before;
    }

    private static Instant moment(ZoneId zone, long second, boolean atAChange) {
        Instant any = Instant.ofEpochSecond(second);
        var change = zone.getRules().nextTransition(any);
        return !atAChange || change == null ? any : change.getInstant().plusSeconds(second % 14_400 - 7_200);
    }
}
