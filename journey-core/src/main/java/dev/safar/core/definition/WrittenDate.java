package dev.safar.core.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date in the data and a distance from it, such as {@code customer.birthday - 3d}.
 *
 * @param expression the date alone, {@code customer.birthday}, where it stands
 * @param sign {@code +}, {@code -} or, without a distance, nothing
 */
public record WrittenDate(YamlNode.Scalar expression, String sign, Optional<WrittenDuration> distance) {

    private static final Pattern DATE =
            Pattern.compile("((?:customer|run)(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)+)\\s*(?:([+-])\\s*([^+\\s-]\\S*))?\\s*");

    /** Empty where the text is no such date; the distance is that of {@link Durations}. */
    public static Optional<WrittenDate> of(YamlNode.Scalar scalar) {
        Matcher matcher = DATE.matcher(scalar.text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        YamlNode.Scalar expression = new YamlNode.Scalar(matcher.group(1), scalar.written(), scalar.where());
        String length = matcher.group(3);
        if (length == null) {
            return Optional.of(new WrittenDate(expression, "", Optional.empty()));
        }
        return Durations.parse(length)
                .map(distance -> new WrittenDate(
                        expression, matcher.group(2), Optional.of(new WrittenDuration(distance, length))));
    }

    /** The names on the way to the date, {@code customer} or {@code run} first. */
    public List<String> path() {
        return List.of(expression.text().split("\\."));
    }

    /** What is added to the date. */
    public Duration offset() {
        Duration length = distance.map(WrittenDuration::length).orElse(Duration.ZERO);
        return sign.equals("-") ? length.negated() : length;
    }
}
