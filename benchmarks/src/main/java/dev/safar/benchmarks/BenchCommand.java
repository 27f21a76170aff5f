package dev.safar.benchmarks;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.report.Surroundings;
import dev.safar.benchmarks.throughput.Throughput;
import dev.safar.benchmarks.throughput.ThroughputText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code safar bench}: what Safar costs, and what the plain things cost that someone would write instead. */
@Command(
        name = "safar bench",
        description = "Measures Safar on this machine, against what Kafka Streams itself can do on it.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--customers",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "How many for each mix. If absent, 600000 dense ones and 1200000 as recorded.")
    private Optional<Long> events = Optional.empty();

    @Option(
            names = "--mix",
            paramLabel = "MIX",
            split = ",",
            description = "dense (journeys observe every event), recorded (nine views to one of those), or both.")
    private List<Mix> mixes = List.of(Mix.values());

    @Option(
            names = "--only",
            paramLabel = "N",
            split = ",",
            description =
                    "Which contenders: 1 pass-through, 2 read-modify-write, 3 with a timer, 4 cart by hand, 5 Safar.")
    private List<Integer> only = List.of(1, 2, 3, 4, 5);

    @Option(
            names = "--jfr",
            paramLabel = "FILE",
            description =
                    "Record the last contender, which is Safar if it is among them, with Flight Recorder, into this file.")
    private Optional<Path> recording = Optional.empty();

    @Option(names = "--journeys", paramLabel = "DIR", description = "Safar's workspace; if absent, the shipped one.")
    private Optional<Path> journeys = Optional.empty();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where to write meanwhile; if absent, the system's folder for that.")
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println(Surroundings.here("0.1.0").text());
        Path workspace = journeys.orElse(Path.of(System.getProperty("safar.home", "."), "journeys"));
        var plan = new Throughput.Plan(
                only.stream().map(Contenders::numbered).toList(), customers, workspace, directory, recording);
        for (Mix mix : mixes) {
            long count = events.orElse(mix == Mix.DENSE ? 600_000L : 1_200_000L);
            out.println(ThroughputText.of(
                    Throughput.run(plan, mix, count, spec.commandLine().getErr()::println)));
        }
        return CommandLine.ExitCode.OK;
    }
}
