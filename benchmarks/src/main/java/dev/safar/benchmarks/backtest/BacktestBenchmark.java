package dev.safar.benchmarks.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast backtests are, and that their memory does not grow with the file: the same small heap for a hundred thousand events
 * and for ten times as many.
 */
public final class BacktestBenchmark {

    private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseParallelGC");

    private BacktestBenchmark() {}

    /**
     * Prints a line for each size.
     *
     * @param arguments the workspace, and how many events each time
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("safar-bench");
        for (String size : List.of(arguments).subList(1, arguments.length)) {
            Path events = folder.resolve("events.ndjson");
            Path decisions = folder.resolve("decisions.ndjson");
            new ShopTraffic(Integer.parseInt(size)).write(events);
            System.out.printf("%,d MB: ", Files.size(events) >> 20);
            System.out.flush();
            probe(arguments[0], events.toString(), decisions.toString());
            Files.delete(events);
            Files.deleteIfExists(decisions);
        }
        Files.delete(folder);
    }

    private static void probe(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BacktestProbe.class.getName()));
        command.addAll(List.of(arguments));
        int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("the backtest ended with " + exitCode);
        }
    }
}
