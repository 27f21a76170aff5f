package dev.safar.core.expression;

/**
 * What authors write that is not quite CEL: {@code customer.in('x')}, where CEL knows {@code in} as an operator alone. No
 * character moves, so that positions stay right; what stands in quotes or in a comment stays as it is.
 */
final class CelText {

    private static final String IN = History.written(History.IN);

    private final String written;
    private final StringBuilder text;

    private CelText(String written) {
        this.written = written;
        this.text = new StringBuilder(written);
    }

    static String of(String written) {
        return new CelText(written).text();
    }

    private String text() {
        int at = 0;
        while (at < written.length()) {
            char next = written.charAt(at);
            if (next == '"' || next == '\'') {
                at = afterQuoted(at);
            } else if (written.startsWith("//", at)) {
                int end = written.indexOf('\n', at);
                at = end < 0 ? written.length() : end;
            } else {
                if (next == '.') {
                    replaceIn(afterSpace(at + 1));
                }
                at++;
            }
        }
        return text.toString();
    }

    private int afterQuoted(int start) {
        String mark = written.substring(start, start + 1);
        String quote = written.startsWith(mark.repeat(3), start) ? mark.repeat(3) : mark;
        boolean raw = start > 0 && (written.charAt(start - 1) | 0x20) == 'r';
        int at = start + quote.length();
        while (at < written.length() && !written.startsWith(quote, at)) {
            at += !raw && written.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(written.length(), at + quote.length());
    }

    private void replaceIn(int at) {
        int behind = at + IN.length();
        if (written.startsWith(IN, at) && written.startsWith("(", afterSpace(behind))) {
            text.replace(at, behind, History.IN);
        }
    }

    private int afterSpace(int start) {
        int at = start;
        while (at < written.length() && Character.isWhitespace(written.charAt(at))) {
            at++;
        }
        return at;
    }
}
