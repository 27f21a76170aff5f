package dev.safar.ingest.accept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with JSON that can't be read, in words for its sender: the parser's speak of the parser. */
final class SyntaxProblem {

    private static final Map<Pattern, String> WORDS = words();

    private SyntaxProblem() {}

    static String of(JsonProcessingException failure) {
        if (failure instanceof JsonEOFException) {
            return "the JSON ends too early";
        }
        if (failure instanceof StreamConstraintsException) {
            return failure.getOriginalMessage().contains("depth")
                    ? "the JSON is nested deeper than " + Limits.BODY_DEPTH + " levels"
                    : "the JSON has a number or name that is too long";
        }
        for (Map.Entry<Pattern, String> words : WORDS.entrySet()) {
            Matcher matcher = words.getKey().matcher(failure.getOriginalMessage());
            if (matcher.find()) {
                return matcher.groupCount() == 0
                        ? words.getValue()
                        : String.format(Locale.ROOT, words.getValue(), matcher.group(1));
            }
        }
        return "this is not JSON";
    }

    private static Map<Pattern, String> words() {
        String unexpected = "^Unexpected character \\('(.+?)' \\(code";
        Map<Pattern, String> words = new LinkedHashMap<>();
        put(words, unexpected + ".*expecting a colon", "there should be a ':' before %s");
        put(words, unexpected + ".*expecting comma", "there should be a ',' before %s");
        put(words, unexpected + ".*to start field name", "a name in double quotes should be here, not %s");
        put(words, unexpected, "%s is out of place");
        put(words, "^Unexpected close marker '(.+?)'", "%s closes something that is not open");
        put(words, "^Unrecognized token '(.{1,40}?)'", "%s is no value: text needs double quotes");
        put(words, "^Unrecognized character escape", "a backslash in text comes before one of \" \\ / b f n r t u");
        put(words, "^Illegal unquoted character", "a line break or control character in text has to be escaped");
        put(words, "^Invalid numeric value", "a number is not written as JSON writes it");
        put(words, "^Invalid UTF-8", "the text is not UTF-8");
        return words;
    }

    private static void put(Map<Pattern, String> words, String parsers, String ours) {
        words.put(Pattern.compile(parsers, Pattern.DOTALL), ours);
    }
}
