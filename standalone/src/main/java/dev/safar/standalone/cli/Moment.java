package dev.safar.standalone.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment. */
final class Moment implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw (TypeConversionException)
                    new TypeConversionException("'" + text + "' is not a moment like 2026-03-01T09:00:00Z")
                            .initCause(e);
        }
    }
}
