package dev.safar.core.expression;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What authors write that is not quite CEL: {@code customer.in('x')}, where CEL knows {@code in} as an operator alone. No
 * character moves, so that positions stay right.
 */
final class CelText {

    private static final Pattern IN_OR_QUOTED = Pattern.compile(
            "[rR]?(?:\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*')|//[^\n]*"
                    + "|(\\.\\s*)in(?=\\s*\\()",
            Pattern.DOTALL);

    private CelText() {}

    static String of(String written) {
        return IN_OR_QUOTED.matcher(written).replaceAll(CelText::replacement);
    }

    private static String replacement(MatchResult found) {
        String text = found.group(1) == null ? found.group() : found.group(1) + History.IN;
        return Matcher.quoteReplacement(text);
    }
}
