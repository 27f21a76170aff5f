package dev.safar.benchmarks.live;

import dev.safar.benchmarks.load.EventWriter;
import dev.safar.benchmarks.load.Pace;
import dev.safar.benchmarks.report.Distribution;
import dev.safar.benchmarks.report.Grid;
import dev.safar.benchmarks.report.Numbers;
import dev.safar.benchmarks.report.Section;
import dev.safar.benchmarks.report.Verdict;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.MessageCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How late timers fire while very many wait. */
public final class Timers {

    private static final int SECONDS = 30;

    /** The first of these, in which an engine that has fired nothing yet has its code for it compiled; the goal is for the others. */
    private static final int COLD_SECONDS = 15;

    /** Events go on for so long, so that none of the timers has an idle engine for itself. */
    private static final long EVENT_SECONDS = SECONDS + Probes.SOON_IS.toSeconds();

    private static final String SOON = "soon-";
    private static final double DUE_PER_SECOND = 100_000 / 60.0;
    private static final long TIMERS = Math.round(DUE_PER_SECOND * SECONDS);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double WANTED_MILLIS = 2_000;
    private static final int LOOK_MILLIS = 100;

    private final Live live;
    private final int waiting;
    private final Collection<Double> lateWhileCold = new ConcurrentLinkedQueue<>();
    private final Collection<Double> late = new ConcurrentLinkedQueue<>();
    private final AtomicLong fired = new AtomicLong();

    /** @param waiting how many customers wait all the time */
    public Timers(Live live, int waiting) {
        this.live = live;
        this.waiting = waiting;
    }

    /**
     * What was measured, from when a step fell due to when its message could be read.
     *
     * @param coldMillis in the first seconds in which timers fire
     */
    public record Result(int waiting, Distribution coldMillis, Distribution lateMillis) {}

    /** Measures. */
    public Section run() throws InterruptedException {
        live.introduceWaiting(waiting);
        try (Outbox outbox = live.outbox((message, at) -> hear(message));
                EventWriter writer = live.writer()) {
            introduce();
            Pace.keep(DUE_PER_SECOND, (int) EVENT_SECONDS, (number, planned) -> writer.send(event(number)));
            writer.flush();
            awaitAll(outbox);
        }
        return section(new Result(waiting, Distribution.of(lateWhileCold), Distribution.of(late)));
    }

    private void introduce() throws InterruptedException {
        Instant now = Instant.now();
        try (EventWriter writer = live.writerInBulk()) {
            for (long i = 0; i < TIMERS; i++) {
                writer.send(Probes.identify(SOON + i, now));
            }
            writer.flush();
        }
        live.introduced(TIMERS);
    }

    private static CustomerEvent event(long number) {
        return number < TIMERS
                ? Probes.track(Probes.SOON, SOON + number, Instant.now())
                : Probes.identify(SOON + (number - TIMERS), Instant.now());
    }

    private void awaitAll(Outbox outbox) throws InterruptedException {
        long began = System.nanoTime();
        Duration patience = Probes.SOON_IS.multipliedBy(4);
        while (fired.get() < TIMERS) {
            outbox.requireListening();
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new IllegalStateException((TIMERS - fired.get()) + " timers have not fired");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void hear(MessageCommand message) {
        if (!message.customerId().startsWith(SOON)) {
            return;
        }
        long number = Long.parseLong(message.customerId().substring(SOON.length()));
        Collection<Double> those = number < DUE_PER_SECOND * COLD_SECONDS ? lateWhileCold : late;
        those.add(Duration.between(message.dueAt(), Instant.now()).toNanos() / NANOS_PER_MILLI);
        fired.incrementAndGet();
    }

    private static Section section(Result result) {
        Distribution late = result.lateMillis();
        var grid = new Grid("timers waiting", "", "fired", "late p50 ms", "late p99 ms", "late max ms");
        addRow(grid, result.waiting(), "first " + COLD_SECONDS + " s", result.coldMillis());
        addRow(grid, result.waiting(), "then", late);
        return new Section("timers", grid.text() + Verdict.below("p99", late.p99(), WANTED_MILLIS), result);
    }

    private static void addRow(Grid grid, int waiting, String when, Distribution late) {
        grid.row(
                Numbers.whole(waiting),
                when,
                Numbers.whole(late.count()),
                Numbers.whole(late.p50()),
                Numbers.whole(late.p99()),
                Numbers.whole(late.max()));
    }
}
