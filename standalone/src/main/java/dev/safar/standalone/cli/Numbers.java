package dev.safar.standalone.cli;

import picocli.CommandLine.TypeConversionException;

/** Reads numbers of options. */
final class Numbers {

    private Numbers() {}

    /**
     * The number, from 0 to the last.
     *
     * @param expected what it is to be, for whoever gave something else
     */
    static int within(int last, String text, String expected) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= last) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notThat(text, expected);
        }
        throw notThat(text, expected);
    }

    private static TypeConversionException notThat(String text, String expected) {
        return new TypeConversionException("'" + text + "' is not " + expected);
    }
}
