package dev.safar.core.definition;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of time as authors write them: {@code 30s}, {@code 15m}, {@code 1h}, {@code 3d}, {@code 2w}, several of these from
 * long to short ({@code 1d12h}, {@code 1d 12h}), or ISO 8601.
 */
public final class Durations {

    /** What a length of time looks like, in the dialect of regular expressions that JSON Schema has. */
    public static final String SHAPE =
            "^([0-9]{1,9}w\\s*)?([0-9]{1,9}d\\s*)?([0-9]{1,9}h\\s*)?([0-9]{1,9}m\\s*)?([0-9]{1,9}s)?$|^[Pp].+$";

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final String UNITS = "wdhms";
    private static final Pattern PART = Pattern.compile("([0-9]{1,9})([wdhms])\\s*");
    private static final Pattern BARE = Pattern.compile("[0-9]+");
    private static final Pattern LONG_UNIT = Pattern.compile(
            "([0-9]{1,9})\\s*(weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|[wdhms])",
            Pattern.CASE_INSENSITIVE);

    private Durations() {}

    /**
     * What a text says.
     *
     * @param length empty where it says none
     * @param fault what is wrong, and after a semicolon what to do; only where there is no length
     */
    public record Reading(Optional<Duration> length, String fault) {

        private static Reading of(Duration length) {
            return new Reading(Optional.of(length), "");
        }

        private static Reading wrong(String text, String fault) {
            return new Reading(Optional.empty(), "'" + text + "' " + fault);
        }
    }

    /** Empty where the text is no length of time, is not above zero, or exceeds ten years. */
    public static Optional<Duration> parse(String text) {
        return read(text).length();
    }

    /** A length above zero, of ten years at most. */
    public static Reading read(String text) {
        Reading reading = readAny(text);
        return reading.length().filter(Duration::isZero).isPresent()
                ? Reading.wrong(text, "is no time at all; write how long, or leave it out")
                : reading;
    }

    /** As {@link #read}, but nothing is a length too. */
    public static Reading readAny(String text) {
        Optional<Duration> length = parts(text).or(() -> iso(text));
        if (length.isEmpty()) {
            return Reading.wrong(text, fault(text));
        }
        if (length.get().isNegative()) {
            return Reading.wrong(text, "is less than nothing; write it without the minus");
        }
        return length.get().compareTo(LONGEST) > 0
                ? Reading.wrong(text, "is longer than ten years; write less")
                : Reading.of(length.get());
    }

    /** Empty where a part is no part, or a longer unit follows a shorter one. */
    private static Optional<Duration> parts(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        int unit = -1;
        while (part.find() && part.start() == end && UNITS.indexOf(part.group(2)) > unit) {
            unit = UNITS.indexOf(part.group(2));
            sum = sum.plus(length(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        }
        return unit >= 0 && end == text.length() && !Character.isWhitespace(text.charAt(end - 1))
                ? Optional.of(sum)
                : Optional.empty();
    }

    private static Duration length(long amount, String unit) {
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

    private static String fault(String text) {
        if (BARE.matcher(text).matches()) {
            return "has no unit; write it like " + (text.length() > 9 ? "1" : text) + "h";
        }
        if (text.startsWith("-") && readAny(text.substring(1)).length().isPresent()) {
            return "is less than nothing; write it without the minus";
        }
        String latin = withLatinDigits(text);
        if (!latin.equals(text)) {
            return "has digits of another script; write it with 0 to 9, like "
                    + (readAny(latin).length().isPresent() ? latin : "1h");
        }
        Matcher unit = LONG_UNIT.matcher(text);
        if (unit.matches()) {
            String meant = unit.group(1) + unit.group(2).substring(0, 1).toLowerCase(Locale.ROOT);
            return "is not how a length of time is written; did you mean '" + meant + "'?";
        }
        if (isDisordered(text)) {
            return "goes from short to long, or names a unit twice; write it like 1d12h";
        }
        return "is not a length of time; write it like 30s, 15m, 1h, 3d, 2w or 1d12h";
    }

    private static String withLatinDigits(String text) {
        return text.codePoints()
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isDisordered(String text) {
        List<String> parts =
                PART.matcher(text).results().map(found -> found.group()).toList();
        return !parts.isEmpty() && String.join("", parts).equals(text);
    }
}
