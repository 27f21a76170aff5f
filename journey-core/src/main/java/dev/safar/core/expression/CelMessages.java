package dev.safar.core.expression;

import dev.safar.core.definition.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what CEL complains about in words for people who write journeys. */
final class CelMessages {

    private static final List<String> NAMES = Stream.concat(
                    Stream.of(
                            "event",
                            "customer",
                            "run",
                            "now",
                            "ago",
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
                            "true",
                            "false",
                            "null",
                            "all"),
                    History.names().stream())
            .toList();

    /** How a message begins that is ours already. */
    private static final String NO_LENGTH = "no length: ";

    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\(?(.*?)\\)?'.*", Pattern.DOTALL);
    private static final Pattern PARSER =
            Pattern.compile("(?:mismatched|extraneous|no viable alternative at) input '(.*?)'.*", Pattern.DOTALL);

    private static final Pattern NO_TOKEN = Pattern.compile("token recognition error at: '(.*?)\\s*'", Pattern.DOTALL);
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (\\w+).*", Pattern.DOTALL);

    /** What people write who know other languages, and what it is here. */
    private static final Map<String, String> SLIPS = Map.of(
            "=", "==", "=>", ">=", "=<", "<=", "&", "&&", "|", "||", "and", "&&", "or", "||", "AND", "&&", "OR", "||");

    private CelMessages() {}

    /** Whether it says that the text is no CEL at all; what is said after that follows from it. */
    static boolean isSyntax(String message) {
        return NO_TOKEN.matcher(message).matches()
                || PARSER.matcher(message).matches()
                || RESERVED.matcher(message).matches();
    }

    private static String unexpected(String token) {
        if (SLIPS.containsKey(token)) {
            return "'" + token + "' is not how it is written here; write " + SLIPS.get(token);
        }
        if (token.startsWith("\"") || token.startsWith("'")) {
            return "the text that begins here does not end; close it with " + token.charAt(0);
        }
        if (!token.isEmpty() && "‘’“”«»`".indexOf(token.charAt(0)) >= 0) {
            return "'" + token.charAt(0) + "' is no quotation mark here; write \" or '";
        }
        return "'" + token + "' is not expected here; see the language's page on conditions";
    }

    /** The name that CEL does not know, if that is its complaint. */
    static Optional<String> unknownName(String message) {
        Matcher undeclared = UNDECLARED.matcher(message);
        return undeclared.matches() ? Optional.of(undeclared.group(1)) : Optional.empty();
    }

    /** The function that CEL can't apply, if that is its complaint. */
    static Optional<String> misusedFunction(String message) {
        Matcher overload = NO_OVERLOAD.matcher(message);
        return overload.matches() ? Optional.of(overload.group(1)) : Optional.empty();
    }

    /** The complaint about what should be a length of time, as it goes through CEL. */
    static String noLength(Optional<String> text) {
        return NO_LENGTH
                + text.map(written -> "'" + written + "' is not a length of time; write it like '30m', '3d' or '2w'")
                        .orElse("a length of time must be written out; write it in quotes, like '3d'");
    }

    private static String noOverload(String function, String applied) {
        if (History.knows(function)) {
            return "'" + History.written(function) + "' can't be used like this; " + History.usage(function);
        }
        String types = applied.replaceAll("google\\.protobuf\\.Timestamp|\\btimestamp\\b", "a time")
                .replaceAll("google\\.protobuf\\.Duration|\\bduration\\b", "a length of time")
                .replace("map(string, dyn)", "a group of fields")
                .replaceAll("\\b(int|uint|double)\\b", "a number")
                .replaceAll("\\bstring\\b", "a text")
                .replaceAll("\\bbool\\b", "true or false")
                .replaceAll("\\bdyn\\b", "a value")
                .replaceAll("\\blist\\(.*?\\)", "a list");
        String operator = function.replace("_", "");
        return "'" + operator + "' can't be used with " + types + "; check the types on both sides";
    }

    static String explain(String message) {
        Optional<String> unknown = unknownName(message);
        if (unknown.isPresent()) {
            return "'" + unknown.get() + "' is not known here; " + Nearest.hint(unknown.get(), NAMES);
        }
        Matcher overload = NO_OVERLOAD.matcher(message);
        if (overload.matches()) {
            return noOverload(overload.group(1), overload.group(2));
        }
        if (message.startsWith(NO_LENGTH)) {
            return message.substring(NO_LENGTH.length());
        }
        if (message.contains("size exceeds limit")) {
            return "this is too long to be read; make it shorter, or two conditions of it";
        }
        if (message.contains("recursion limit")) {
            return "this goes too deep to be read; take some of the brackets away";
        }
        Matcher parser = PARSER.matcher(message);
        if (parser.matches()) {
            return parser.group(1).startsWith("<EOF>")
                    ? "the expression ends too early; complete it"
                    : unexpected(parser.group(1));
        }
        Matcher token = NO_TOKEN.matcher(message);
        if (token.matches()) {
            return unexpected(token.group(1));
        }
        Matcher reserved = RESERVED.matcher(message);
        if (reserved.matches()) {
            return "'" + reserved.group(1) + "' can't stand in a condition; write the condition alone";
        }
        return message.lines().findFirst().orElse("this is not CEL") + "; see the language's page on conditions";
    }
}
