package dev.safar.core.definition;

import java.util.Optional;

/** The text of a YAML file in the form the parser wants it: no byte order mark, {@code \n} at line ends. */
record YamlText(String file, String text) {

    private static final int MAX_LENGTH = 1 << 20;

    static YamlText of(String file, String raw) {
        String marked = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        return new YamlText(file, marked.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** What makes this text unfit to be parsed at all. */
    Optional<Flaw> flaw() {
        if (text.length() > MAX_LENGTH) {
            return Optional.of(flawAt(0, "the file is larger than 1 MB; split it"));
        }
        Optional<Flaw> damage = FileText.damage(file, text);
        if (damage.isPresent()) {
            return damage;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!printable(character)) {
                String name = String.format("U+%04X", character);
                return Optional.of(flawAt(i, "the character " + name + " can't be in a YAML file; remove it"));
            }
        }
        return Optional.empty();
    }

    private Flaw flawAt(int offset, String message) {
        return new Flaw(FileText.locate(file, text, offset), YamlReader.SYNTAX, message);
    }

    private static boolean printable(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character <= 0x7E)
                || character == 0x85
                || (character >= 0xA0 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD && character != 0xFEFF)
                || character >= 0x10000;
    }
}
