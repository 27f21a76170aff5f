package dev.safar.standalone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program. Only {@code up} and {@code demo} start Quarkus; everything else is quick. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        CommandLine safar = SafarCommand.commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(safar.execute(arguments));
    }
}
