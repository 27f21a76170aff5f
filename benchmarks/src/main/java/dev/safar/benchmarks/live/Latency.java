package dev.safar.benchmarks.live;

import dev.safar.benchmarks.load.EventWriter;
import dev.safar.benchmarks.load.Load;
import dev.safar.benchmarks.load.Load.Leg;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.load.Pace;
import dev.safar.benchmarks.load.ShopTraffic;
import dev.safar.benchmarks.report.Distribution;
import dev.safar.benchmarks.report.Grid;
import dev.safar.benchmarks.report.Numbers;
import dev.safar.benchmarks.report.Section;
import dev.safar.benchmarks.report.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** From an event in the log to the message that it sets off, committed in the outbox, while the engine has other work. */
public final class Latency {

    /** As many as where the rate was measured: events of few customers make large ones of them, which cost more. */
    private static final int CUSTOMERS = 100_000;

    /** At full load, since the virtual machine compiles for a while what runs for the first time, even where timers were measured before. */
    private static final int WARM_UP_EVENTS = 100_000;

    /** Among those, since what answers them wants to be warm too. */
    private static final int EVENTS_BETWEEN_PROBES = 100;

    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 15;
    private static final int PROBES_PER_SECOND = 50;
    private static final String PROBE = "probe-";
    private static final String WARM_UP_PROBE = "warm-up-";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LOOK_MILLIS = 100;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double WANTED_MILLIS = 500;

    private final Live live;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Collection<Double> millis = new ConcurrentLinkedQueue<>();

    public Latency(Live live) {
        this.live = live;
    }

    /** What was measured. */
    public record Result(double eventsPerSecond, Distribution millis) {}

    /** Measures at so many events a second. */
    public Section run(double eventsPerSecond) throws InterruptedException {
        int seconds = WARM_UP_SECONDS + SECONDS;
        long events = Math.round(eventsPerSecond * seconds);
        long everyProbe = Math.max(1, Math.round(eventsPerSecond / PROBES_PER_SECOND));
        long probes = (events + everyProbe - 1) / everyProbe;
        var leg = new Leg(Mix.DENSE, CUSTOMERS, events + WARM_UP_EVENTS);
        var traffic = new ShopTraffic(Load.until(Instant.now(), List.of(leg)).get(0));
        introduce(traffic, probes);
        try (EventWriter writer = live.writer();
                Outbox outbox = live.outbox((message, at) -> hear(message.customerId(), at))) {
            double achieved = Pace.keep(eventsPerSecond, seconds, (number, planned) -> {
                writer.send(traffic.next());
                if (number % everyProbe == 0) {
                    boolean counts = number > eventsPerSecond * WARM_UP_SECONDS;
                    ask(number / everyProbe, counts ? OptionalLong.of(planned) : OptionalLong.empty(), writer);
                }
            });
            writer.flush();
            awaitAnswers(outbox);
            return section(new Result(achieved, Distribution.of(millis)));
        }
    }

    /** Writes what comes before the measurement, and waits until it has been processed. */
    private void introduce(ShopTraffic traffic, long probes) throws InterruptedException {
        long warmUps = WARM_UP_EVENTS / EVENTS_BETWEEN_PROBES;
        try (EventWriter writer = live.writerInBulk()) {
            for (long i = 0; i < probes; i++) {
                writer.send(Probes.identify(PROBE + i, Instant.now()));
            }
            for (long i = 0; i < warmUps; i++) {
                writer.send(Probes.identify(WARM_UP_PROBE + i, Instant.now()));
            }
            for (int i = 0; i < CUSTOMERS + WARM_UP_EVENTS; i++) {
                writer.send(traffic.next());
                if (i >= CUSTOMERS && i % EVENTS_BETWEEN_PROBES == 0) {
                    String customer = WARM_UP_PROBE + (i - CUSTOMERS) / EVENTS_BETWEEN_PROBES;
                    writer.send(Probes.track(Probes.AT_ONCE, customer, Instant.now()));
                }
            }
            writer.flush();
        }
        live.introduced(CUSTOMERS + probes + warmUps);
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

    private void ask(long number, OptionalLong since, EventWriter writer) {
        String customer = PROBE + number;
        since.ifPresent(nanos -> sent.put(customer, nanos));
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
        return new Section("latency", grid.text() + Verdict.below("p99", millis.p99(), WANTED_MILLIS), result);
    }
}
