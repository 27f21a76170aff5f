package dev.safar.core.expression;

import dev.safar.core.definition.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what CEL complains about in words for people who write journeys. */
final class CelMessages {

    private static final List<String> NAMES = List.of(
            "event",
            "customer",
            "run",
            "now",
            "last",
            "first",
            "count",
            "has",
            "size",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "duration",
            "timestamp",
            "string",
            "int",
            "double",
            "exists",
            "all");

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\(?(.*?)\\)?'.*", Pattern.DOTALL);
    private static final Pattern PARSER =
            Pattern.compile("(?:mismatched|extraneous|no viable alternative at) input '(.*?)'.*", Pattern.DOTALL);

    private CelMessages() {}

    /** The name that CEL does not know, if that is its complaint. */
    static Optional<String> unknownName(String message) {
        Matcher undeclared = UNDECLARED.matcher(message);
        return undeclared.matches() ? Optional.of(undeclared.group(1)) : Optional.empty();
    }

    static String explain(String message) {
        Optional<String> unknown = unknownName(message);
        if (unknown.isPresent()) {
            return "'" + unknown.get() + "' is not known here; " + Nearest.hint(unknown.get(), NAMES);
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            String operator = overload.group(1).replace("_", "");
            String types = overload.group(2).replace("google.protobuf.Timestamp", "a time");
            types = types.replace("google.protobuf.Duration", "a length of time")
                    .replace("map(string, dyn)", "fields");
            return "'" + operator + "' can't be used with " + types + "; check the types on both sides";
        }
        Matcher parser = PARSER.matcher(message);
        if (parser.matches()) {
            return parser.group(1).startsWith("<EOF>")
                    ? "the expression ends too early; complete it"
                    : "'" + parser.group(1) + "' is not expected here; see the language's page on conditions";
        }
        return message.lines().findFirst().orElse("this is not CEL") + "; see the language's page on conditions";
    }
}
