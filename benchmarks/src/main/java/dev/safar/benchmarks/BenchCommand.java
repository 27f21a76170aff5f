package dev.safar.benchmarks;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.http.Dispatch;
import dev.safar.benchmarks.http.Ingest;
import dev.safar.benchmarks.live.Latency;
import dev.safar.benchmarks.live.Timers;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.report.ResultFile;
import dev.safar.benchmarks.report.Section;
import dev.safar.benchmarks.report.Surroundings;
import dev.safar.benchmarks.throughput.Growth;
import dev.safar.benchmarks.throughput.Throughput;
import dev.safar.benchmarks.throughput.Throughput.Result;
import dev.safar.benchmarks.throughput.ThroughputText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code safar bench}: what Safar costs, and what the plain things cost that someone would write instead. */
@Command(
        name = "safar bench",
        description = "Measures Safar on this machine, against what Kafka Streams itself can do on it.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    /** The parts of a run. */
    enum Part {
        throughput,
        latency,
        timers,
        ingest,
        dispatch,
        growth
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PART",
            description = "${COMPLETION-CANDIDATES}; if absent, all of them. throughput: beside four other contenders;"
                    + " latency: from event to outbox; timers: lateness with a million waiting, restore, size; growth:"
                    + " throughput by number of customers.")
    private List<Part> parts = List.of(Part.values());

    @Option(
            names = "--customers",
            paramLabel = "N",
            split = ",",
            description =
                    "How many; several for growth. If absent, 100000, and 10000,300000 for growth, which takes minutes with more.")
    private List<Integer> customers = List.of();

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "How many for each mix. If absent, 200000 dense ones, 400000 as recorded, 120000 for growth.")
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
            names = "--rate",
            paramLabel = "N",
            description = "Events a second for latency. If absent, half of Safar's throughput on the dense mix if that"
                    + " has just been measured, else 10000.")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--waiting",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many customers wait while timers fire (default: ${DEFAULT-VALUE}).")
    private int waiting;

    @Option(
            names = "--jfr",
            paramLabel = "FILE",
            description = "Record the last contender, which is Safar if it is among them, with Flight Recorder, into"
                    + " this file.")
    private Optional<Path> recording = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results there as JSON, too.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--journeys", paramLabel = "DIR", description = "Safar's workspace; if absent, the shipped one.")
    private Path journeys = Path.of(System.getProperty("safar.home", "."), "journeys");

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where to write meanwhile, a few gigabytes; if absent, the system's folder for that.")
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    private final List<Result> races = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Surroundings here = Surroundings.here();
        out.println(here.text() + "\n");
        List<Section> sections = new ArrayList<>();
        for (Part part : parts) {
            say(part + " …");
            long began = System.nanoTime();
            Section section = run(part);
            say("%s took %d s".formatted(part, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)));
            out.println(section.text());
            sections.add(section);
        }
        json.ifPresent(file -> ResultFile.write(file, here, sections));
        return CommandLine.ExitCode.OK;
    }

    private Section run(Part part) throws InterruptedException {
        return switch (part) {
            case throughput -> throughput();
            case latency -> new Latency(journeys, directory).run(rate.orElseGet(this::halfLoad));
            case timers -> new Timers(journeys, directory, waiting).run();
            case ingest -> new Ingest(directory).run();
            case dispatch -> new Dispatch(journeys, directory).run();
            case growth -> growth();
        };
    }

    private Section throughput() {
        var plan = plan(
                only.stream().map(Contenders::numbered).toList(), customers.isEmpty() ? 100_000 : customers.get(0));
        for (Mix mix : mixes) {
            long count = events.orElse(mix == Mix.DENSE ? 200_000L : 400_000L);
            races.add(Throughput.run(plan, mix, count, this::say));
        }
        String text = races.stream().map(ThroughputText::of).collect(Collectors.joining("\n"));
        return new Section(Part.throughput.name(), text, List.copyOf(races));
    }

    private Section growth() {
        List<Integer> sizes = customers.isEmpty() ? List.of(10_000, 300_000) : customers;
        List<Result> results = new ArrayList<>();
        for (int size : sizes) {
            results.add(Throughput.run(
                    plan(List.of(Contenders.SAFAR), size), Mix.DENSE, events.orElse(120_000L), this::say));
        }
        return Growth.section(results);
    }

    private Throughput.Plan plan(List<Contenders> contenders, int count) {
        return new Throughput.Plan(contenders, count, journeys, directory, recording);
    }

    private double halfLoad() {
        return races.stream()
                .filter(race -> race.mix() == Mix.DENSE)
                .flatMap(race -> race.of(Contenders.SAFAR).stream())
                .mapToDouble(cost -> cost.eventsPerSecond() / 2)
                .findFirst()
                .orElse(10_000);
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
