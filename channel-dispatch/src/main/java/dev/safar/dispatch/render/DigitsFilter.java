package dev.safar.dispatch.render;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code {{ offer.percent | fa_digits }}}: the same in Persian digits. */
final class DigitsFilter extends Filter {

    private static final char PERSIAN_ZERO = '\u06F0';

    DigitsFilter() {
        super("fa_digits");
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... params) {
        return persian(asString(value, context));
    }

    static String persian(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits.append(c >= '0' && c <= '9' ? (char) (PERSIAN_ZERO + c - '0') : c);
        }
        return digits.toString();
    }
}
