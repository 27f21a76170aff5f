package dev.safar.ingest.accept;

/** Text that can be written as UTF-8. */
final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /** Halves of surrogate pairs replaced: a browser that cuts a string through an emoji sends one, and UTF-8 has no form for it. */
    static String wellFormed(String text) {
        int at = firstLoneSurrogate(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text);
        while (at >= 0) {
            repaired.setCharAt(at, REPLACEMENT);
            at = firstLoneSurrogate(text, at + 1);
        }
        return repaired.toString();
    }

    private static int firstLoneSurrogate(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }
}
