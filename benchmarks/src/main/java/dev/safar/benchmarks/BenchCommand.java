package dev.safar.benchmarks;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.http.Dispatch;
import dev.safar.benchmarks.http.Ingest;
import dev.safar.benchmarks.live.Latency;
import dev.safar.benchmarks.live.Live;
import dev.safar.benchmarks.live.Restore;
import dev.safar.benchmarks.live.Timers;
import dev.safar.benchmarks.load.Load.Leg;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.report.ResultFile;
import dev.safar.benchmarks.report.Section;
import dev.safar.benchmarks.report.Surroundings;
import dev.safar.benchmarks.throughput.Growth;
import dev.safar.benchmarks.throughput.Throughput;
import dev.safar.benchmarks.throughput.Throughput.Result;
import dev.safar.benchmarks.throughput.ThroughputText;
import dev.safar.core.compile.Compilation;
import dev.safar.core.compile.WorkspaceCompiler;
import dev.safar.standalone.cli.Workspaces;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
        timers,
        latency,
        restore,
        ingest,
        dispatch,
        growth;

        /** Measured on an engine that others of this kind have left. */
        boolean isLive() {
            return this == timers || this == latency || this == restore;
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PART",
            description = "${COMPLETION-CANDIDATES}; if absent, all of them. throughput: beside four other contenders;"
                    + " timers: lateness with a million waiting; latency: from event to outbox; restore: of what those"
                    + " two have left, and its size; growth: throughput by number of customers.")
    private List<Part> parts = List.of(Part.values());

    @Option(
            names = "--customers",
            paramLabel = "N",
            split = ",",
            description =
                    "How many; several are taken one after the other. If absent, 100000, and 10000,200000 for growth, which takes"
                            + " minutes with more.")
    private List<Integer> customers = List.of();

    @Option(
            names = "--events",
            paramLabel = "N",
            description =
                    "How many for each mix. If absent, 400000 dense ones, 800000 as recorded, 120000 for each size of growth, doubled"
                            + " until there is enough to measure on this machine.")
    private Optional<Long> events = Optional.empty();

    @Option(
            names = "--mix",
            paramLabel = "MIX",
            split = ",",
            description =
                    "dense (journeys observe every event), recorded (nine views to one of those), or both, which the"
                            + " same processes consume in this order.")
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
    private Live live;

    @Override
    public Integer call() throws InterruptedException {
        refuseWhatCannotBe();
        PrintWriter out = spec.commandLine().getOut();
        Surroundings here = Surroundings.here();
        out.println(here.text() + "\n");
        List<Section> sections = new ArrayList<>();
        try {
            for (Part part : EnumSet.copyOf(parts)) {
                Section section = timed(part);
                out.println(section.text());
                sections.add(section);
            }
        } finally {
            closeLive();
        }
        json.ifPresent(file -> ResultFile.write(file, here, sections));
        return CommandLine.ExitCode.OK;
    }

    /** Before anything is measured, which takes minutes. */
    private void refuseWhatCannotBe() {
        for (int number : only) {
            require(number >= 1 && number <= Contenders.values().length, "--only: there is no contender " + number);
        }
        customers.forEach(size -> require(size >= 1, "--customers must be 1 or more, but is " + size));
        require(waiting >= 1, "--waiting must be 1 or more, but is " + waiting);
        require(Files.isDirectory(journeys), "--journeys: there is no folder " + journeys);
        require(
                WorkspaceCompiler.compile(Workspaces.read(journeys)) instanceof Compilation.Compiled,
                "--journeys: " + journeys + " has errors; safar check shows them");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private Section timed(Part part) throws InterruptedException {
        say(part + " …");
        long began = System.nanoTime();
        if (!part.isLive()) {
            closeLive();
        }
        Section section = run(part);
        say("%s took %d s".formatted(part, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)));
        return section;
    }

    private Section run(Part part) throws InterruptedException {
        return switch (part) {
            case throughput -> throughput();
            case timers -> new Timers(live(), waiting).run();
            case latency -> new Latency(live()).run(rate.orElseGet(this::halfLoad));
            case restore -> new Restore(live(), waiting).run();
            case ingest -> new Ingest(directory).run();
            case dispatch -> new Dispatch(journeys, directory).run();
            case growth -> growth();
        };
    }

    private Live live() {
        if (live == null) {
            live = Live.open(journeys, directory);
        }
        return live;
    }

    private void closeLive() {
        if (live != null) {
            live.close();
            live = null;
        }
    }

    private Section throughput() {
        List<Integer> sizes = customers.isEmpty() ? List.of(100_000) : customers;
        List<Leg> legs = sizes.stream()
                .flatMap(size -> mixes.stream()
                        .map(mix -> new Leg(mix, size, events.orElse(mix == Mix.DENSE ? 400_000L : 800_000L))))
                .toList();
        races.addAll(throughputOf(contenders()).run(legs));
        String text = races.stream().map(ThroughputText::of).collect(Collectors.joining("\n"));
        return new Section(Part.throughput.name(), text, List.copyOf(races));
    }

    private Section growth() {
        List<Integer> sizes = customers.isEmpty()
                ? List.of(10_000, 200_000)
                : customers.stream().sorted().toList();
        List<Leg> legs = new ArrayList<>();
        legs.add(new Leg(Mix.DENSE, sizes.get(0), Growth.WARM_UP_EVENTS));
        sizes.forEach(size -> legs.add(new Leg(Mix.DENSE, size, events.orElse(120_000L))));
        List<Result> results = throughputOf(List.of(Contenders.SAFAR)).run(legs);
        return Growth.section(results.subList(1, results.size()));
    }

    private Throughput throughputOf(List<Contenders> contenders) {
        var plan = new Throughput.Plan(contenders, journeys, directory, recording, events.isEmpty());
        return new Throughput(plan, this::say);
    }

    private List<Contenders> contenders() {
        return only.stream().distinct().sorted().map(Contenders::numbered).toList();
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
