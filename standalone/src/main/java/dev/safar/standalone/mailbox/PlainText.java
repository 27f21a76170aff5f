package dev.safar.standalone.mailbox;

import java.util.regex.Pattern;

/** What an HTML e-mail says, without its markup: for a list, not for exactness. */
final class PlainText {

    private static final Pattern UNSEEN = Pattern.compile("(?is)<(style|script|head|title)\\b.*?</\\1>|<!--.*?-->");
    private static final Pattern LINE_END = Pattern.compile("(?i)<br\\s*/?>|</(p|div|h[1-6]|li|tr|table)>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\r\\u00A0]+");
    private static final Pattern LINES = Pattern.compile(" ?\\n[ \\n]*");

    private PlainText() {}

    static String of(String html) {
        String seen = UNSEEN.matcher(html).replaceAll(" ").replace('\n', ' ');
        String lines = LINE_END.matcher(seen).replaceAll("\n");
        String text = unescaped(TAG.matcher(lines).replaceAll(""));
        return LINES.matcher(SPACES.matcher(text).replaceAll(" "))
                .replaceAll("\n")
                .strip();
    }

    private static String unescaped(String text) {
        return text.replace("&nbsp;", " ")
                .replace("&zwnj;", "\u200c")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
