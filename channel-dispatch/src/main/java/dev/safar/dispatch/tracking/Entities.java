package dev.safar.dispatch.tracking;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters that HTML has to escape, and any character by its number; other references stay as they are. */
public final class Entities {

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6}));");

    private Entities() {}

    /** The text that the HTML stands for. */
    public static String decode(String html) {
        return REFERENCE.matcher(html).replaceAll(reference -> Matcher.quoteReplacement(meaning(reference)));
    }

    private static String meaning(MatchResult reference) {
        if (reference.group(1) != null) {
            return NAMED.get(reference.group(1));
        }
        int character = reference.group(2) != null
                ? Integer.parseInt(reference.group(2))
                : Integer.parseInt(reference.group(3), 16);
        return character > 0 && Character.isValidCodePoint(character)
                ? Character.toString(character)
                : reference.group();
    }
}
