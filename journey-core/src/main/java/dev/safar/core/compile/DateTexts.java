package dev.safar.core.compile;

import dev.safar.core.definition.Durations;
import dev.safar.core.definition.WrittenStart;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.DateReference;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as authors write them; empty where a text is none. */
final class DateTexts {

    private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile(DATE + "T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";
    private static final Pattern REFERENCE =
            Pattern.compile("(" + NAME + "(?:\\." + NAME + ")+)\\s*(?:([+-])\\s*(\\S+))?");

    private DateTexts() {}

    /** A time of day, such as {@code 09:00}. */
    static Optional<LocalTime> time(String text) {
        try {
            return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day, such as {@code 2026-12-01}. */
    static Optional<LocalDate> day(String text) {
        try {
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment, such as {@code 2026-12-01T09:00}; a day alone is when it begins. */
    static Optional<LocalDateTime> moment(String text) {
        try {
            return MOMENT.matcher(text).matches()
                    ? Optional.of(LocalDateTime.parse(text))
                    : day(text).map(LocalDate::atStartOfDay);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A date in the data with an offset, such as {@code customer.birthday - 3d}. */
    static Optional<DateReference> reference(String text) {
        Matcher matcher = REFERENCE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> path = Arrays.asList(matcher.group(1).split("\\."));
        return offset(matcher.group(2), matcher.group(3)).map(offset -> new DateReference(path, offset));
    }

    private static Optional<Duration> offset(String sign, String length) {
        if (sign == null) {
            return Optional.of(Duration.ZERO);
        }
        return Durations.parse(length).map(offset -> sign.equals("-") ? offset.negated() : offset);
    }

    /** A date of the customer, which is all that is known before a run exists. */
    static Optional<DateReference> ofCustomer(YamlNode.Scalar text) {
        return reference(text.text())
                .filter(reference -> reference.path().get(0).equals("customer"));
    }

    /** When a journey that begins at a date does so, where that can be read. */
    static Optional<LocalTime> timeOf(WrittenStart.AtDate start) {
        return start.time().isEmpty()
                ? Optional.of(LocalTime.of(9, 0))
                : time(start.time().get().text());
    }
}
