package dev.safar.benchmarks.pressure;

import dev.safar.benchmarks.process.Child;
import dev.safar.benchmarks.process.Figures;
import dev.safar.benchmarks.process.Stage;
import dev.safar.benchmarks.process.StateFiles;
import dev.safar.benchmarks.report.Surroundings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code safar bench pressure}: an engine with a small heap that gets more at once than it can do at once. */
@Command(
        name = "pressure",
        description = {
            "Lets millions of customers wait, and all of their timers fall due at once.",
            "Their events come as fast as the broker takes them, for as long as the engine is behind. Tells what the"
                    + " engine's process, whose heap is 512 MB, needs for them; how long the timers take; and what that"
                    + " does to an event that comes in meanwhile."
        },
        mixinStandardHelpOptions = true)
public final class PressureCommand implements Callable<Integer> {

    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError");
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final double NANOS_PER_SECOND = 1e9;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CUSTOMERS",
            arity = "0..1",
            defaultValue = "1000000",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where to write meanwhile, a gigabyte for each million; if absent, the system's folder for"
                    + " that.")
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public Integer call() throws InterruptedException {
        if (customers < 1) {
            throw new ParameterException(spec.commandLine(), "CUSTOMERS must be 1 or more, but is " + customers);
        }
        print(Surroundings.here().text());
        try (Stage stage = Stage.open(directory)) {
            var shop = new NapShop(stage.bootstrapServers());
            Path state = stage.folder().resolve("state");
            var engine = new Child.Spec(
                    "engine", EngineMain.class, JVM, List.of(stage.bootstrapServers(), state.toString()));
            try (shop;
                    Child running = Child.start(engine, stage.folder())) {
                fill(shop, running, state);
                fire(shop, running);
            }
        }
        return 0;
    }

    private void fill(NapShop shop, Child engine, Path state) throws InterruptedException {
        long began = System.nanoTime();
        shop.fillCarts(customers);
        print("%,d events posted in %.0f s", customers, since(began));
        EngineMain.Status status = status(engine);
        while (status.waiting() < customers) {
            pause(began, "only " + status.waiting() + " customers wait", engine);
            status = status(engine);
        }
        double seconds = since(began);
        print("%,d customers wait after %.0f s, %,.0f events/s", customers, seconds, customers / seconds);
        tell(engine, status);
        long disk = StateFiles.bytes(state);
        print("state on disk %,d MB, %,d bytes a customer", disk >> 20, disk / customers);
    }

    private void fire(NapShop shop, Child engine) throws InterruptedException {
        try (EventProbe probe = EventProbe.start(shop)) {
            long began = System.nanoTime();
            EngineMain.Status status = EngineMain.Status.parse(engine.ask(EngineMain.HOUR));
            while (status.fired() < customers) {
                pause(began, "only " + status.fired() + " timers have fired", engine);
                status = status(engine);
            }
            double seconds = since(began);
            print("%,d timers due at once fired in %.1f s, %,.0f/s", customers, seconds, customers / seconds);
            tell(engine, status);
            print("an event meanwhile, from posting to its decision: %s", probe.latencies());
        }
    }

    private void tell(Child engine, EngineMain.Status status) {
        Figures figures = engine.figures();
        print(
                "engine: heap %,d MB and resident memory %,d MB at most, %,d rebalances (one is its joining)",
                figures.peakHeap() >> 20, figures.peakResident() >> 20, status.rebalances());
    }

    private static EngineMain.Status status(Child engine) {
        return EngineMain.Status.parse(engine.ask(EngineMain.STATUS));
    }

    private static void pause(long began, String otherwise, Child engine) throws InterruptedException {
        engine.figures(); // the peak of its heap is the largest that was seen when somebody asked
        if (since(began) > PATIENCE.toSeconds()) {
            throw new IllegalStateException(otherwise + ":\n" + engine.lastWords());
        }
        TimeUnit.MILLISECONDS.sleep(200);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
