package dev.safar.standalone.cli;

import picocli.CommandLine.Option;

/** The option of commands that can answer programs. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Reader.class,
            defaultValue = "text",
            description = "text, or json for editors and build servers (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    Format format() {
        return format;
    }
}
