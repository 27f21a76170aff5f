package dev.safar.core.definition;

import java.util.Optional;
import java.util.regex.Pattern;

/** What an unquoted YAML scalar means, by the core schema of YAML 1.2: {@code on} and {@code yes} are texts. */
final class PlainValue {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

    private PlainValue() {}

    static Optional<Object> of(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Optional.empty();
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.of(numberOrText(text));
        };
    }

    private static Object numberOrText(String text) {
        if (text.length() > 40) {
            return text;
        }
        if (INTEGER.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        return DECIMAL.matcher(text).matches() ? (Object) Double.parseDouble(text) : text;
    }
}
