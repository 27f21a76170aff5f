package dev.safar.standalone.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads the number of a port, 0 included. */
final class Port implements ITypeConverter<Integer> {

    private static final int LAST = 65535;

    @Override
    public Integer convert(String text) {
        return Numbers.within(LAST, text, "a port: 0 to " + LAST);
    }
}
