package dev.safar.core.compile;

import dev.safar.core.definition.Location;
import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.YamlNode;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single values of {@code workspace.yaml}; one that is none of its kind is a problem. */
final class SettingsValues {

    static final List<String> CONSENTS = List.of("opt-out", "opt-in");

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,99}");

    private final Problems problems;

    SettingsValues(Problems problems) {
        this.problems = problems;
    }

    /** Its place among the words. */
    Optional<Integer> oneOf(String what, YamlNode.Scalar scalar, List<String> words) {
        int index = words.indexOf(scalar.text());
        return index >= 0
                ? Optional.of(index)
                : bad(
                        scalar,
                        RuleNames.UNKNOWN_VALUE,
                        "there is no " + what + " '" + scalar.text() + "'; " + Nearest.hint(scalar.text(), words));
    }

    /** Whether a channel or topic is open until it is refused. */
    Optional<Boolean> consent(YamlNode.Scalar scalar) {
        return oneOf("consent", scalar, CONSENTS)
                .map(index -> CONSENTS.get(index).equals("opt-out"));
    }

    Optional<LocalTime> time(YamlNode.Scalar scalar) {
        return TIME.matcher(scalar.text()).matches()
                ? Optional.of(LocalTime.parse(scalar.text()))
                : bad(
                        scalar,
                        "bad-time",
                        "'" + scalar.text() + "' is not a time of day; write it like 09:00, in quotes");
    }

    Optional<Boolean> yesNo(String key, YamlNode.Scalar scalar) {
        return scalar.value().orElse("") instanceof Boolean said
                ? Optional.of(said)
                : wrong(scalar, "'" + key + "' must be true or false; write one of them, without quotes");
    }

    Optional<Integer> whole(String key, YamlNode.Scalar scalar, int least, int most) {
        return scalar.value().orElse("") instanceof Long number && number >= least && number <= most
                ? Optional.of(number.intValue())
                : wrong(
                        scalar,
                        "'" + key + "' must be a whole number from " + least + " to " + most
                                + "; write the number alone");
    }

    Optional<Double> percent(String key, YamlNode.Scalar scalar) {
        return scalar.value().orElse("") instanceof Number number
                        && number.doubleValue() >= 0
                        && number.doubleValue() <= 100
                ? Optional.of(number.doubleValue())
                : wrong(scalar, "'" + key + "' must be a number from 0 to 100; write it without %");
    }

    boolean isName(String name, Location where) {
        boolean valid = NAME.matcher(name).matches();
        if (!valid) {
            problems.error(where, "bad-id", "'" + name + "' can't be a name; use letters, digits and hyphens");
        }
        return valid;
    }

    private <T> Optional<T> wrong(YamlNode.Scalar scalar, String message) {
        return bad(scalar, "wrong-type", message);
    }

    private <T> Optional<T> bad(YamlNode.Scalar scalar, String rule, String message) {
        problems.error(scalar.where(), rule, message);
        return Optional.empty();
    }
}
