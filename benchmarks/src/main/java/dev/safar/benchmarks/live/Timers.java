package dev.safar.benchmarks.live;

import dev.safar.benchmarks.load.EventWriter;
import dev.safar.benchmarks.load.Pace;
import dev.safar.benchmarks.process.Figures;
import dev.safar.benchmarks.process.Stage;
import dev.safar.benchmarks.report.Distribution;
import dev.safar.benchmarks.report.Grid;
import dev.safar.benchmarks.report.Numbers;
import dev.safar.benchmarks.report.Section;
import dev.safar.contracts.MessageCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How late timers fire while very many wait, how fast the state of so many customers is restored, and how large it is. */
public final class Timers {

    private static final int SECONDS = 30;

    /** Of these seconds the first, in which the code that fires is cold. */
    private static final int WARM_UP_SECONDS = 10;

    /** So many customers that every partition has some. */
    private static final int EVENTS_FOR_ALL_PARTITIONS = 100;

    private static final String SOON = "soon-";
    private static final double DUE_PER_SECOND = 100_000 / 60.0;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_MILLI = 1e3;

    private final Path workspace;
    private final Path folder;
    private final int waiting;
    private final Collection<Double> late = new ConcurrentLinkedQueue<>();
    private final AtomicLong fired = new AtomicLong();

    /**
     * Over the shipped journeys and two that wait.
     *
     * @param folder for what is written meanwhile
     * @param waiting how many customers wait all the time
     */
    public Timers(Path workspace, Path folder, int waiting) {
        this.workspace = workspace;
        this.folder = folder;
        this.waiting = waiting;
    }

    /** What was measured. */
    public record Result(int waiting, Distribution lateMillis, Restore restore, Size size) {}

    /** State made anew from the changelog in a new process, until an event in every partition has been processed. */
    public record Restore(long records, double seconds, double recordsPerSecond) {}

    /** Of the state of a customer on disk, and of the process that holds them all. */
    public record Size(double diskBytesPerCustomer, long peakHeap, long peakResident) {}

    /** Measures all three. */
    public Section run() throws InterruptedException {
        try (Stage stage = Stage.open(folder)) {
            stage.publish(Probes.writeWorkspace(workspace, stage.folder().resolve("journeys")));
            try (EventWriter writer = EventWriter.inBulk(stage.bootstrapServers())) {
                long known = known();
                Figures figures = fire(stage, writer, known);
                double bytes = StateFiles.bytes(Engine.stateOf(stage));
                Restore restore = restore(stage, writer);
                var size = new Size(bytes / known, figures.peakHeap(), figures.peakResident());
                return section(new Result(waiting, Distribution.of(late), restore, size));
            }
        }
    }

    private long known() {
        return waiting + Math.round(DUE_PER_SECOND * SECONDS);
    }

    private void introduce(EventWriter writer) {
        Instant now = Instant.now();
        for (int i = 0; i < waiting; i++) {
            writer.send(Probes.track(Probes.MUCH_LATER, "waiting-" + i, now));
        }
        for (long i = waiting; i < known(); i++) {
            writer.send(Probes.identify(SOON + (i - waiting), now));
        }
        writer.flush();
    }

    private Figures fire(Stage stage, EventWriter writer, long known) throws InterruptedException {
        try (Engine engine = new Engine(stage);
                Outbox outbox =
                        new Outbox(stage.bootstrapServers(), Stage.PARTITIONS, (message, at) -> hear(message))) {
            introduce(writer);
            engine.awaitProcessed(known);
            Pace.keep(
                    DUE_PER_SECOND,
                    SECONDS,
                    (number, planned) -> writer.send(Probes.track(Probes.SOON, SOON + number, Instant.now())));
            writer.flush();
            long began = System.nanoTime();
            Figures figures = engine.process().figures();
            while (fired.get() < known - waiting
                    && System.nanoTime() - began < patience().toNanos()) {
                figures = engine.process().figures();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            outbox.requireListening();
            if (fired.get() < known - waiting) {
                throw new IllegalStateException((known - waiting - fired.get()) + " timers have not fired");
            }
            return figures;
        }
    }

    private static Duration patience() {
        return Probes.SOON_IS.multipliedBy(4);
    }

    private void hear(MessageCommand message) {
        long number = Long.parseLong(message.customerId().substring(SOON.length()));
        if (number >= DUE_PER_SECOND * WARM_UP_SECONDS) {
            late.add(Duration.between(message.dueAt(), Instant.now()).toNanos() / MICROS_PER_MILLI / MICROS_PER_MILLI);
        }
        fired.incrementAndGet();
    }

    private Restore restore(Stage stage, EventWriter writer) throws InterruptedException {
        StateFiles.delete(Engine.stateOf(stage));
        long records = ChangelogSize.records(stage.bootstrapServers());
        long began = System.nanoTime();
        try (Engine engine = new Engine(stage)) {
            for (int i = 0; i < EVENTS_FOR_ALL_PARTITIONS; i++) {
                writer.send(Probes.identify("restored-" + i, Instant.now()));
            }
            writer.flush();
            engine.awaitEnd();
        }
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        return new Restore(records, seconds, records / seconds);
    }

    private static Section section(Result result) {
        Distribution late = result.lateMillis();
        var timers = new Grid("timers waiting", "fired", "late p50 ms", "late p99 ms", "late max ms")
                .row(
                        Numbers.whole(result.waiting()),
                        Numbers.whole(late.count()),
                        Numbers.whole(late.p50()),
                        Numbers.whole(late.p99()),
                        Numbers.whole(late.max()));
        Restore restore = result.restore();
        var state = new Grid(
                        "state",
                        "restored records",
                        "seconds",
                        "records/s",
                        "disk bytes/waiting customer",
                        "peak heap",
                        "peak RSS")
                .row(
                        "all of it",
                        Numbers.whole(restore.records()),
                        Numbers.one(restore.seconds()),
                        Numbers.whole(restore.recordsPerSecond()),
                        Numbers.whole(result.size().diskBytesPerCustomer()),
                        Numbers.megabytes(result.size().peakHeap()),
                        Numbers.megabytes(result.size().peakResident()));
        return new Section("timers", timers.text() + "\n" + state.text(), result);
    }
}
