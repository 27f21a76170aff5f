package dev.safar.core.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ScenarioTime as they are written in journeys and scenarios: {@code 90m}, {@code 24h}, {@code 3d 4h}. */
public final class ScenarioTime {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*([dhms])\\s*");

    private ScenarioTime() {}

    /** Empty where the text is no such time. */
    public static Optional<Duration> parse(String text) {
        Matcher part = PART.matcher(text.strip());
        Duration sum = Duration.ZERO;
        int end = 0;
        for (; part.lookingAt(); part.region(end, text.strip().length())) {
            sum = sum.plus(of(Long.parseLong(part.group(1)), part.group(2).charAt(0)));
            end = part.end();
        }
        return end > 0 && end == text.strip().length() ? Optional.of(sum) : Optional.empty();
    }

    private static Duration of(long number, char unit) {
        return switch (unit) {
            case 'd' -> Duration.ofDays(number);
            case 'h' -> Duration.ofHours(number);
            case 'm' -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /** The shortest way to write it with whole units, such as {@code 1h}, {@code 3d}, {@code 1d 4h}. */
    public static String text(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDaysPart(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0m" : text.toString().strip();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number != 0) {
            text.append(number).append(unit).append(' ');
        }
    }
}
