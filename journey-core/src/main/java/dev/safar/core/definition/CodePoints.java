package dev.safar.core.definition;

/** Translates the parser's positions, counted in code points, to positions in a Java text. */
final class CodePoints {

    private final String text;
    private final boolean same;
    private final int[] offsets;

    CodePoints(String text) {
        this.text = text;
        int count = text.codePointCount(0, text.length());
        this.same = count == text.length();
        this.offsets = same ? new int[0] : offsets(text, count);
    }

    int offset(long index) {
        if (same) {
            return (int) Math.min(Math.max(index, 0), text.length());
        }
        return offsets[(int) Math.min(Math.max(index, 0), offsets.length - 1)];
    }

    private static int[] offsets(String text, int count) {
        int[] offsets = new int[count + 1];
        for (int i = 0, offset = 0; i < count; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[count] = text.length();
        return offsets;
    }
}
