package dev.safar.benchmarks;

import dev.safar.benchmarks.pressure.PressureCommand;
import dev.safar.benchmarks.process.WarningsOnly;
import dev.safar.benchmarks.throughput.TooFewEventsException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The program behind {@code safar bench}. */
public final class BenchMain {

    private BenchMain() {}

    public static void main(String... arguments) {
        WarningsOnly.log();
        System.exit(command().execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new PressureCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(BenchMain::refuse);
    }

    /** All else is a defect, and keeps its trace. */
    private static int refuse(Exception problem, CommandLine bench, ParseResult parsed) throws Exception {
        if (problem instanceof TooFewEventsException) {
            bench.getErr().println("safar bench: " + problem.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        throw problem;
    }
}
