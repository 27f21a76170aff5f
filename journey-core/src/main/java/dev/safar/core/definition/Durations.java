package dev.safar.core.definition;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as authors write them: {@code 30s}, {@code 15m}, {@code 1h}, {@code 3d}, {@code 2w} or ISO 8601. */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})(s|m|h|d|w)");
    private static final Duration LONGEST = Duration.ofDays(3660);

    private Durations() {}

    /** Empty where the text is no length of time, is not above zero, or exceeds ten years. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        Optional<Duration> parsed =
                matcher.matches() ? Optional.of(shortForm(matcher.group(1), matcher.group(2))) : iso(text);
        return parsed.filter(length -> !length.isNegative() && !length.isZero() && length.compareTo(LONGEST) <= 0);
    }

    private static Duration shortForm(String number, String unit) {
        long amount = Long.parseLong(number);
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    private static Optional<Duration> iso(String text) {
        if (text.length() > 40 || !text.toUpperCase(Locale.ROOT).startsWith("P")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
