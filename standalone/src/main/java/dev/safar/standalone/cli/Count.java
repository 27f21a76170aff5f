package dev.safar.standalone.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads how many of something there shall be. */
final class Count implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        return Numbers.within(Integer.MAX_VALUE, text, "a number: 0 or more");
    }
}
