package dev.safar.core.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the Liquid parser complains about in words for people who write templates. */
final class LiquidMessages {

    private static final Pattern TAG = Pattern.compile("Invalid (?:Empty )?[Tt]ag: '(.*?)'", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("input '(.*?)'", Pattern.DOTALL);

    private LiquidMessages() {}

    static String explain(String message) {
        Matcher tag = TAG.matcher(message);
        if (tag.find()) {
            return "there is no tag '" + tag.group(1) + "'; check its spelling";
        }
        Matcher input = INPUT.matcher(message);
        if (!input.find()) {
            return "this is not Liquid; check tags and brackets";
        }
        return input.group(1).equals("<EOF>")
                ? "the template ends inside a tag or block; close it"
                : "'" + input.group(1).strip() + "' is not expected here; check tags and brackets";
    }
}
