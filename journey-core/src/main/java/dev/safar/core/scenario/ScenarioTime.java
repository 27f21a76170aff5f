package dev.safar.core.scenario;

import java.time.Duration;

/** Writes the times of scenarios the way authors do: {@code 90m}, {@code 24h}, {@code 3d 4h}. */
public final class ScenarioTime {

    private ScenarioTime() {}

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
