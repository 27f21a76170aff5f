package dev.safar.standalone.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a command prints what it found. */
enum Format {
    TEXT,
    /** For editors and build servers; the names of its fields stay. */
    JSON;

    /** Reads the name of a format. */
    static final class Reader implements ITypeConverter<Format> {

        @Override
        public Format convert(String text) {
            return Arrays.stream(values())
                    .filter(format -> format.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of " + names()));
        }

        private static String names() {
            return Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
