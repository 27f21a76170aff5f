package dev.safar.dispatch.render;

import dev.safar.dispatch.tracking.Entities;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From text to HTML and back, as far as e-mails need it. */
final class Html {

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)،؛؟]");
    private static final Pattern INVISIBLE =
            Pattern.compile("(?is)<!--.*?-->|<(head|style|script|title)\\b.*?</\\1\\s*>");
    private static final Pattern LINK =
            Pattern.compile("(?is)<a\\b[^>]*?\\bhref\\s*=\\s*[\"']([^\"']*)[\"'][^>]*>(.*?)</a\\s*>");
    private static final Pattern LINE_END = Pattern.compile("(?i)<br\\s*/?>|</(div|tr|li|h[1-6])\\s*>");
    private static final Pattern PARAGRAPH_END = Pattern.compile("(?i)</(p|table|ul|ol)\\s*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Paragraphs where the text has empty lines; its addresses become links. */
    static String ofText(String text) {
        String linked = URL.matcher(escape(text).replace("&quot;", "\"").replace("&#39;", "'"))
                .replaceAll(url -> Matcher.quoteReplacement("<a href=\"" + url.group() + "\">" + url.group() + "</a>"));
        return "<p>" + linked.replaceAll("\n{2,}", "</p>\n<p>").replaceAll("(?<!</p>)\n", "<br>\n") + "</p>";
    }

    /** What is to be read of it; a link keeps its address in parentheses. */
    static String toText(String html) {
        String text = INVISIBLE.matcher(html).replaceAll("");
        text = text.replaceAll("\\s+", " ");
        text = LINK.matcher(text).replaceAll(link -> {
            String label = TAG.matcher(link.group(2)).replaceAll("").strip();
            String address = link.group(1);
            return Matcher.quoteReplacement(label.equals(address) ? address : label + " (" + address + ")");
        });
        text = LINE_END.matcher(text).replaceAll("\n");
        text = PARAGRAPH_END.matcher(text).replaceAll("\n\n");
        text = unescape(TAG.matcher(text).replaceAll(""));
        return text.replaceAll(" *\n *", "\n").replaceAll("\n{3,}", "\n\n").strip();
    }

    private static String unescape(String text) {
        return Entities.decode(text.replace("&nbsp;", " "));
    }
}
