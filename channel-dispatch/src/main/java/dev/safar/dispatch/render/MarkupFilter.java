package dev.safar.dispatch.render;

import java.util.regex.Pattern;
import liqp.TemplateContext;
import liqp.filters.Filter;

/** Escapes what would be markup, in text and in attributes of either quotes; what is escaped already stays. */
final class MarkupFilter extends Filter {

    static final String NAME = "without_markup";

    private static final Pattern LONE_AMPERSAND =
            Pattern.compile("&(?!(?:[a-zA-Z]{2,10}|#\\d{1,7}|#x[0-9a-fA-F]{1,6});)");

    MarkupFilter() {
        super(NAME);
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        return LONE_AMPERSAND
                .matcher(asString(value, context))
                .replaceAll("&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
