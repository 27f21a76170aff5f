package dev.safar.benchmarks.live;

import dev.safar.benchmarks.load.EventWriter;
import dev.safar.benchmarks.load.Load;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.load.Pace;
import dev.safar.benchmarks.load.ShopTraffic;
import dev.safar.benchmarks.process.Stage;
import dev.safar.benchmarks.report.Distribution;
import dev.safar.benchmarks.report.Grid;
import dev.safar.benchmarks.report.Numbers;
import dev.safar.benchmarks.report.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** From an event in the log to the message that it sets off, committed in the outbox, while the engine has other work. */
public final class Latency {

    /** At full load, since cold code takes far longer than the events of some seconds. */
    private static final int WARM_UP_EVENTS = 300_000;

    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 20;
    private static final int CUSTOMERS = 20_000;
    private static final int PROBES_PER_SECOND = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOOK_MILLIS = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Path workspace;
    private final Path folder;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Collection<Double> millis = new ConcurrentLinkedQueue<>();

    /**
     * Over the shipped journeys and one that answers at once.
     *
     * @param folder for what is written meanwhile
     */
    public Latency(Path workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    /** What was measured. */
    public record Result(double eventsPerSecond, Distribution millis) {}

    /** Measures at so many events a second. */
    public Section run(double eventsPerSecond) throws InterruptedException {
        try (Stage stage = Stage.open(folder)) {
            stage.publish(Probes.writeWorkspace(workspace, stage.folder().resolve("journeys")));
            int seconds = WARM_UP_SECONDS + SECONDS;
            long events = Math.round(eventsPerSecond * seconds) + WARM_UP_EVENTS;
            long everyProbe = Math.max(1, Math.round(eventsPerSecond / PROBES_PER_SECOND));
            long probes = (events - WARM_UP_EVENTS + everyProbe - 1) / everyProbe;
            var traffic = new ShopTraffic(Load.until(Instant.now(), Mix.DENSE, CUSTOMERS, events));
            try (EventWriter writer = EventWriter.promptly(stage.bootstrapServers());
                    Engine engine = new Engine(stage);
                    Outbox outbox = new Outbox(
                            stage.bootstrapServers(), Stage.PARTITIONS, (m, at) -> hear(m.customerId(), at))) {
                introduce(traffic, probes, stage.bootstrapServers());
                engine.awaitProcessed(CUSTOMERS + probes + WARM_UP_EVENTS);
                Pace.keep(eventsPerSecond, seconds, number -> {
                    writer.send(traffic.next());
                    if (number % everyProbe == 0) {
                        ask(number / everyProbe, number > eventsPerSecond * WARM_UP_SECONDS, writer);
                    }
                });
                writer.flush();
                awaitAnswers(outbox);
            }
        }
        return section(new Result(eventsPerSecond, Distribution.of(millis)));
    }

    private static void introduce(ShopTraffic traffic, long probes, String bootstrapServers) {
        try (EventWriter writer = EventWriter.inBulk(bootstrapServers)) {
            for (long i = 0; i < probes; i++) {
                writer.send(Probes.identify("probe-" + i, Instant.now()));
            }
            for (int i = 0; i < CUSTOMERS + WARM_UP_EVENTS; i++) {
                writer.send(traffic.next());
            }
            writer.flush();
        }
    }

    /** An answer that does not come would make the others look better than they are. */
    private void awaitAnswers(Outbox outbox) throws InterruptedException {
        long began = System.nanoTime();
        while (!sent.isEmpty()) {
            outbox.requireListening();
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException(sent.size() + " messages have not come");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void ask(long number, boolean counts, EventWriter writer) {
        String customer = "probe-" + number;
        if (counts) {
            sent.put(customer, System.nanoTime());
        }
        writer.send(Probes.track(Probes.AT_ONCE, customer, Instant.now()));
    }

    private void hear(String customer, long at) {
        Long since = sent.remove(customer);
        if (since != null) {
            millis.add((at - since) / NANOS_PER_MILLI);
        }
    }

    private static Section section(Result result) {
        Distribution millis = result.millis();
        var grid = new Grid("event → outbox", "events/s", "messages", "p50 ms", "p99 ms", "max ms")
                .row(
                        "committed",
                        Numbers.whole(result.eventsPerSecond()),
                        Numbers.whole(millis.count()),
                        Numbers.whole(millis.p50()),
                        Numbers.whole(millis.p99()),
                        Numbers.whole(millis.max()));
        return new Section("latency", grid.text(), result);
    }
}
