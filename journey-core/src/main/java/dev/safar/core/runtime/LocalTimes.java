package dev.safar.core.runtime;

import dev.safar.core.model.Settings;
import dev.safar.core.model.Until;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer's clock and calendar show. A time that the clock leaves out comes when the clock goes on; one that it
 * shows twice comes the first time. So each time comes once a day, on every day that there is.
 */
public final class LocalTimes {

    /** Beyond these the calendar is of no use to anybody, and its arithmetic would fail. */
    private static final Instant EARLIEST = Instant.parse("0001-01-03T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9990-01-01T00:00:00Z");

    private static final List<String> ZONE_ATTRIBUTES = List.of("timezone", "zone");
    private static final int TEXT_LIMIT = 64;

    /** Whatever there is of the week comes sooner. */
    private static final int SEARCHED_DAYS = 60;

    private LocalTimes() {}

    /** The customer's own zone, from {@code timezone} or {@code zone}; the workspace's where they name none. */
    public static ZoneId zoneOf(Customer customer, Settings settings) {
        return ZONE_ATTRIBUTES.stream()
                .flatMap(name -> zone(customer.attributes().get(name)).stream())
                .findFirst()
                .orElse(settings.zone());
    }

    private static Optional<ZoneId> zone(Object value) {
        if (!(value instanceof String text) || text.length() > TEXT_LIMIT) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The next moment of that kind, strictly after another: who comes at ten to a wait until ten waits a day, so that two
     * such waits in a row never end together.
     */
    public static Instant next(Until.Local until, Instant after, ZoneId zone, Set<DayOfWeek> weekend) {
        if (after.isAfter(LATEST)) {
            return Instant.MAX;
        }
        LocalDate today = dateOf(after, zone);
        return today.datesUntil(today.plusDays(SEARCHED_DAYS))
                .filter(date -> isMeant(date, until, zone, weekend))
                .map(date -> at(date, until.time(), zone))
                .filter(moment -> moment.isAfter(after))
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static boolean isMeant(LocalDate date, Until.Local until, ZoneId zone, Set<DayOfWeek> weekend) {
        DayOfWeek day = date.getDayOfWeek();
        return (until.days().isEmpty() || until.days().contains(day))
                && !(until.weekday() && weekend.contains(day))
                && exists(date, zone);
    }

    /** A zone that moves across the date line leaves a day out. */
    private static boolean exists(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    /**
     * A date in the data, with a distance from it.
     *
     * @param value an ISO date, an ISO date-time with or without an offset, or an {@code Instant}
     * @param offset a whole number of days is counted on the calendar, anything else on a stopwatch
     * @param time of a date that has no time of its own
     * @return empty where the value is no date
     */
    public static Optional<Instant> date(Object value, Duration offset, LocalTime time, ZoneId zone) {
        try {
            return Datum.of(value, time, zone)
                    .map(datum -> datum.plus(offset, zone))
                    .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The day on which a date in the data falls; empty where the value is no date. */
    public static Optional<LocalDate> day(Object value, ZoneId zone) {
        try {
            return Datum.of(value, LocalTime.NOON, zone)
                    .map(datum -> datum.local().toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A date in the data, as the customer's calendar shows it. */
    private record Datum(LocalDateTime local, Optional<Instant> exact) {

        static Optional<Datum> of(Object value, LocalTime time, ZoneId zone) {
            if (value instanceof Instant instant) {
                return Optional.of(exactly(instant, zone));
            }
            if (!(value instanceof String text) || text.length() > TEXT_LIMIT) {
                return Optional.empty();
            }
            String written = text.strip();
            if (!written.contains("T")) {
                return Optional.of(new Datum(LocalDate.parse(written).atTime(time), Optional.empty()));
            }
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime fixed
                            ? exactly(fixed.toInstant(), zone)
                            : new Datum((LocalDateTime) parsed, Optional.empty()));
        }

        private static Datum exactly(Instant instant, ZoneId zone) {
            return new Datum(LocalDateTime.ofInstant(instant, zone), Optional.of(instant));
        }

        Instant plus(Duration offset, ZoneId zone) {
            boolean wholeDays = offset.equals(Duration.ofDays(offset.toDays()));
            return wholeDays && !offset.isZero()
                    ? first(local.plusDays(offset.toDays()), zone)
                    : exact.orElseGet(() -> first(local, zone)).plus(offset);
        }
    }

    /** When the clock shows that time on that day. */
    public static Instant at(LocalDate date, LocalTime time, ZoneId zone) {
        return first(date.atTime(time), zone);
    }

    /** The day that the calendar shows. */
    public static LocalDate dateOf(Instant instant, ZoneId zone) {
        Instant bounded = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return LocalDate.ofInstant(bounded, zone);
    }

    /** When the calendar shows the day after the one it shows at {@code instant}. */
    public static Instant startOfNextDay(Instant instant, ZoneId zone) {
        return at(dateOf(instant, zone).plusDays(1), LocalTime.MIDNIGHT, zone);
    }

    /** The first moment at which the clock shows a time, or has left it behind. */
    static Instant first(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    /** The last moment at which the clock shows a time, or the one at which it has left it out. */
    static Instant last(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
