package dev.safar.benchmarks.live;

import dev.safar.benchmarks.load.EventWriter;
import dev.safar.benchmarks.process.Figures;
import dev.safar.benchmarks.report.Grid;
import dev.safar.benchmarks.report.Numbers;
import dev.safar.benchmarks.report.Section;
import java.time.Instant;

/** How large the state is, and how fast an engine that has none makes it anew from the changelog. */
public final class Restore {

    /** So many customers that every partition has some. */
    private static final int EVENTS_FOR_ALL_PARTITIONS = 100;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Live live;
    private final int waiting;

    /** @param waiting how many customers there are, where nothing else has been measured before */
    public Restore(Live live, int waiting) {
        this.live = live;
        this.waiting = waiting;
    }

    /**
     * What was measured.
     *
     * @param seconds until an event in every partition has been processed
     * @param bytesPerCustomer on disk
     * @param heapPerCustomer bytes that are in use for customers: those that were active last are kept decoded, the others on disk alone
     * @param peakHeap bytes, of the engine that had made the state
     * @param peakResident bytes, of that engine
     */
    public record Result(
            long customers,
            long records,
            double seconds,
            double recordsPerSecond,
            double bytesPerCustomer,
            double heapPerCustomer,
            long peakHeap,
            long peakResident) {}

    /** Measures both. */
    public Section run() throws InterruptedException {
        if (live.customers() == 0) {
            live.introduceWaiting(waiting);
        }
        Figures figures = live.figures();
        long heap = live.heapOfCustomers();
        double bytes = live.loseState();
        long records = live.changelog();
        double seconds = restore();
        return section(new Result(
                live.customers(),
                records,
                seconds,
                records / seconds,
                bytes / live.customers(),
                (double) heap / live.customers(),
                figures.peakHeap(),
                figures.peakResident()));
    }

    private double restore() throws InterruptedException {
        long began = System.nanoTime();
        live.startEngine();
        try (EventWriter writer = live.writer()) {
            for (int i = 0; i < EVENTS_FOR_ALL_PARTITIONS; i++) {
                writer.send(Probes.identify("restored-" + i, Instant.now()));
            }
            writer.flush();
        }
        live.introduced(0);
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    private static Section section(Result result) {
        var grid = new Grid(
                        "state",
                        "customers",
                        "restored records",
                        "seconds",
                        "records/s",
                        "disk bytes/customer",
                        "heap bytes/customer",
                        "peak heap",
                        "peak RSS")
                .row(
                        "all of it",
                        Numbers.whole(result.customers()),
                        Numbers.whole(result.records()),
                        Numbers.one(result.seconds()),
                        Numbers.whole(result.recordsPerSecond()),
                        Numbers.whole(result.bytesPerCustomer()),
                        Numbers.whole(result.heapPerCustomer()),
                        Numbers.megabytes(result.peakHeap()),
                        Numbers.megabytes(result.peakResident()));
        return new Section("restore", grid.text(), result);
    }
}
