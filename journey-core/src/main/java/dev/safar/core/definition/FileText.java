package dev.safar.core.definition;

import java.util.Optional;

/** The text of a file, whatever it holds: where its characters stand, and whether they survived being read. */
public final class FileText {

    /** The rule broken by a file that is not in UTF-8. */
    public static final String BAD_ENCODING = "bad-encoding";

    /** What bytes become that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private FileText() {}

    /** Where bytes were replaced while the file was read, since they were no UTF-8: then all of it is in doubt. */
    public static Optional<Flaw> damage(String file, String text) {
        int offset = text.indexOf(REPLACEMENT);
        return offset < 0
                ? Optional.empty()
                : Optional.of(new Flaw(
                        locate(file, text, offset), BAD_ENCODING, "this is no UTF-8 text; save the file as UTF-8"));
    }

    /** The place of the character at an index. */
    static Location locate(String file, String text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new Location(file, line, offset - lineStart + 1);
    }
}
