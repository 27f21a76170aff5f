package dev.safar.benchmarks;

import dev.safar.benchmarks.process.WarningsOnly;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program behind {@code safar bench}. */
public final class BenchMain {

    private BenchMain() {}

    public static void main(String... arguments) {
        WarningsOnly.log();
        CommandLine bench = new CommandLine(new BenchCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(bench.execute(arguments));
    }
}
