package dev.safar.core.runtime;

import dev.safar.core.model.DateReference;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Settings;
import dev.safar.core.model.Start;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Begins journeys at dates in the customer's data, once or every year. A date that has gone by begins nothing. */
final class Dates {

    /** How many systems write a day that has no time: as midnight in no particular place. */
    private static final Pattern MERE_DAY =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00(:00(\\.0+)?)?(Z|[+-]00:?00)");

    /** An offset is at most ten years, so that what falls into this year comes from one of those around it. */
    private static final int YEARS_AROUND = 12;

    /** Beyond it the calendar is of no use to anybody. */
    private static final int LAST_YEAR = 9999;

    private final Settings settings;
    private final Starts starts;
    private final Map<JourneyId, Starter<Start.AtDate>> dates = new LinkedHashMap<>();

    Dates(Workspace workspace, Starts starts) {
        this.settings = workspace.settings();
        this.starts = starts;
        Starter.of(workspace.journeys(), Start.AtDate.class)
                .forEach(date -> dates.put(date.journey().ref().id(), date));
    }

    /** Brings the customer in line with the journeys there are. */
    void arrange(Deliberation deliberation) {
        deliberation.customer().agenda().dates().keySet().stream()
                .filter(known -> !dates.containsKey(known))
                .sorted(Comparator.comparing(JourneyId::value))
                .forEach(gone -> deliberation.emit(new CustomerDecision.DateCleared(gone, deliberation.now())));
        dates.forEach((id, date) -> move(id, date.start(), deliberation));
    }

    /** Brings the dates in line with what has changed of the customer since. */
    void follow(Customer before, Deliberation deliberation) {
        if (!dates.isEmpty()
                && !before.attributes().equals(deliberation.customer().attributes())) {
            dates.forEach((id, date) -> move(id, date.start(), deliberation));
        }
    }

    private void move(JourneyId id, Start.AtDate start, Deliberation deliberation) {
        Instant known = deliberation.customer().agenda().dates().get(id);
        boolean stillSo = known != null
                && next(start, deliberation.customer(), known.minusNanos(1))
                        .filter(known::equals)
                        .isPresent();
        if (stillSo) {
            return; // also where it has come and has not been noticed yet
        }
        Optional<Instant> due = next(start, deliberation.customer(), deliberation.now());
        if (due.isPresent()) {
            deliberation.emit(new CustomerDecision.DateSet(id, due.get(), deliberation.now()));
        } else if (known != null) {
            deliberation.emit(new CustomerDecision.DateCleared(id, deliberation.now()));
        }
    }

    /** The date has come. */
    void come(JourneyId id, Instant due, Deliberation deliberation) {
        Starter<Start.AtDate> date = dates.get(id);
        Optional<Instant> again = Optional.ofNullable(date)
                .filter(known -> known.start().yearly())
                .flatMap(known -> next(known.start(), deliberation.customer(), deliberation.now()));
        deliberation.emit(
                again.isPresent()
                        ? new CustomerDecision.DateSet(id, again.get(), deliberation.now())
                        : new CustomerDecision.DateCleared(id, deliberation.now()));
        if (date != null) {
            var origin = Beginning.Origin.ofDue(due, deliberation.now());
            starts.begin(date.journey(), Ids.Cause.due("date", due), origin, deliberation);
        }
    }

    private Optional<Instant> next(Start.AtDate start, Customer customer, Instant after) {
        ZoneId zone = LocalTimes.zoneOf(customer, settings);
        Optional<Object> value = value(start.date(), customer).map(Dates::withoutMidnight);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return start.yearly()
                ? LocalTimes.day(value.get(), zone).flatMap(day -> nextOfYears(start, day, zone, after))
                : LocalTimes.date(value.get(), start.date().offset(), start.time(), zone)
                        .filter(moment -> moment.isAfter(after));
    }

    /** 29 February is the 28th in other years; what is yearly begins in its first year. */
    private static Optional<Instant> nextOfYears(Start.AtDate start, LocalDate day, ZoneId zone, Instant after) {
        int first = Math.max(day.getYear(), LocalTimes.dateOf(after, zone).getYear() - YEARS_AROUND);
        return IntStream.rangeClosed(first, Math.min(first + 2 * YEARS_AROUND, LAST_YEAR))
                .mapToObj(day::withYear)
                .flatMap(date -> LocalTimes.date(date.toString(), start.date().offset(), start.time(), zone).stream())
                .filter(moment -> moment.isAfter(after))
                .findFirst();
    }

    private static Optional<Object> value(DateReference reference, Customer customer) {
        List<String> path = reference.path();
        Object value = customer.attributes();
        for (String name : path.subList(1, path.size())) {
            value = value instanceof Map<?, ?> fields ? fields.get(name) : null;
        }
        return Optional.ofNullable(value);
    }

    private static Object withoutMidnight(Object value) {
        Matcher mere = MERE_DAY.matcher(Objects.toString(value));
        return value instanceof String && mere.matches() ? mere.group(1) : value;
    }
}
