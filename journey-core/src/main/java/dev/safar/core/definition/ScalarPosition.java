package dev.safar.core.definition;

/**
 * Finds a character of a scalar in the file it was read from. Quotes, line breaks and indentation make the two differ; the
 * characters that are not blank come in the same order in both, so counting those is enough.
 */
final class ScalarPosition {

    private final String written;
    private int offset;
    private int line;
    private int column;

    private ScalarPosition(YamlNode.Scalar scalar) {
        written = scalar.written();
        line = scalar.where().line();
        column = scalar.where().column();
    }

    static Location of(YamlNode.Scalar scalar, int index) {
        return new ScalarPosition(scalar).find(scalar, index);
    }

    private Location find(YamlNode.Scalar scalar, int index) {
        skipHeader();
        String before = scalar.text().substring(0, Math.min(index, scalar.text().length()));
        int last = before.length();
        while (last > 0 && Character.isWhitespace(before.charAt(last - 1))) {
            last--;
        }
        skipBlanks();
        for (int i = 0; i < last; i++) {
            if (!Character.isWhitespace(before.charAt(i))) {
                skipBlanks();
                skipCharacter();
            }
        }
        boolean insideBlanks = last < before.length();
        if (insideBlanks && index < scalar.text().length()) {
            skipBlanks();
        }
        return new Location(scalar.where().file(), line, column);
    }

    private void skipHeader() {
        if (written.isEmpty()) {
            return;
        }
        char first = written.charAt(0);
        if (first == '"' || first == '\'') {
            advance();
        } else if (first == '|' || first == '>') {
            while (offset < written.length() && written.charAt(offset) != '\n') {
                advance();
            }
        }
    }

    private void skipBlanks() {
        while (offset < written.length() && Character.isWhitespace(written.charAt(offset))) {
            advance();
        }
    }

    private void skipCharacter() {
        char first = written.charAt(0);
        boolean escape = (first == '"' && is('\\')) || (first == '\'' && is('\''));
        advance();
        if (escape) {
            advance();
        }
    }

    private boolean is(char expected) {
        return offset < written.length() && written.charAt(offset) == expected;
    }

    private void advance() {
        if (offset >= written.length()) {
            return;
        }
        if (written.charAt(offset) == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        offset++;
    }
}
