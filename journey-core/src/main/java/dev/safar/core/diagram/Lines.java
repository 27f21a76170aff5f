package dev.safar.core.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks texts into lines that fit. How wide a letter is depends on fonts that are not known here, so it is taken to be a little
 * wider than usual.
 */
final class Lines {

    private static final double NARROW = 0.32;
    private static final double USUAL = 0.58;
    private static final double CAPITAL = 0.72;
    private static final double WIDE = 1.05;

    private static final int FIRST_WIDE = 0x1100;

    private Lines() {}

    static int width(String text, int fontSize) {
        return (int) Math.ceil(text.codePoints().mapToDouble(Lines::width).sum() * fontSize);
    }

    private static double width(int character) {
        if (Character.getType(character) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if (character < FIRST_WIDE) {
            return "ijlt.,:;|'() ".indexOf(character) >= 0 ? NARROW : isBroad(character) ? CAPITAL : USUAL;
        }
        return WIDE;
    }

    private static boolean isBroad(int character) {
        return Character.isUpperCase(character) || "mw@%—".indexOf(character) >= 0;
    }

    /** Breaks at spaces, and inside of words only where one alone does not fit. */
    static List<String> wrap(String text, int fontSize, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && width(line + " " + word, fontSize) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (width(line.toString(), fontSize) > width) {
                int fits = fitting(line, fontSize, width);
                lines.add(line.substring(0, fits));
                line.delete(0, fits);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** How much of a line fits; at least one character. */
    private static int fitting(CharSequence line, int fontSize, int width) {
        int end = Character.charCount(Character.codePointAt(line, 0));
        for (int next = end;
                next < line.length() && width(line.subSequence(0, next).toString(), fontSize) <= width; ) {
            end = next;
            next += Character.charCount(Character.codePointAt(line, next));
        }
        return end;
    }
}
