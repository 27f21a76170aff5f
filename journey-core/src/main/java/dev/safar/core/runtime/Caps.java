package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Policies;
import dev.safar.core.model.Policies.Cap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many messages of a channel a customer gets at most, by the days of the customer's own calendar. */
final class Caps {

    private static final int DAYS_OF_A_WEEK = 7;

    private final Map<Channel, Cap> caps;

    Caps(Policies policies) {
        this.caps = policies.caps();
    }

    /** Whether what goes out on this channel has to be remembered. */
    boolean count(Channel channel) {
        return caps.containsKey(channel);
    }

    /** Whether a message over the cap waits for its turn. */
    boolean defer(Channel channel) {
        return caps.get(channel).defers();
    }

    /** The beginning of the next day on which one more message fits; empty where one fits now. */
    Optional<Instant> fullUntil(Channel channel, List<Pressure.Sending> sends, Instant now, ZoneId zone) {
        Cap cap = caps.get(channel);
        LocalDate today = LocalTimes.dateOf(now, zone);
        List<LocalDate> days = sends.stream()
                .filter(sent -> sent.channel() == channel)
                .map(sent -> LocalTimes.dateOf(sent.at(), zone))
                .toList();
        if (cap == null || fits(cap, days, today)) {
            return Optional.empty();
        }
        return today.plusDays(1)
                .datesUntil(today.plusDays(1 + DAYS_OF_A_WEEK))
                .filter(day -> fits(cap, days, day))
                .findFirst()
                .or(() -> Optional.of(today.plusDays(DAYS_OF_A_WEEK)))
                .map(day -> LocalTimes.at(day, LocalTime.MIDNIGHT, zone));
    }

    private static boolean fits(Cap cap, List<LocalDate> days, LocalDate day) {
        LocalDate weekAgo = day.minusDays(DAYS_OF_A_WEEK);
        long onDay = days.stream().filter(day::equals).count();
        long inWeek = days.stream()
                .filter(sent -> sent.isAfter(weekAgo) && !sent.isAfter(day))
                .count();
        return cap.perDay().map(most -> onDay < most).orElse(true)
                && cap.perWeek().map(most -> inWeek < most).orElse(true);
    }
}
