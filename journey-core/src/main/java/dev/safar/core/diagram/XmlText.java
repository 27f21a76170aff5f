package dev.safar.core.diagram;

/** Text as XML can hold it: it has no way to write most control characters, not even escaped. */
public final class XmlText {

    private XmlText() {}

    /** The text, with a replacement character for each that XML lacks; escaping is the writer's business. */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isXml(character) ? character : '\uFFFD')
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
