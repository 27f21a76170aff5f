package dev.safar.benchmarks.pressure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Millions of customers who wait, and whose timers then fall due all at once: what the engine's process needs for them, how long
 * the timers take, and what that does to events that come in meanwhile. The broker runs in this process, the engine in one of its own.
 */
public final class PressureBenchmark {

    private static final int PARTITIONS = 4;
    private static final Duration LOAD_PATIENCE = Duration.ofMinutes(30);
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out;

    private PressureBenchmark(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints what it took.
     *
     * @param arguments how many customers
     */
    public static void main(String... arguments) throws Exception {
        new PressureBenchmark(System.out).run(Integer.parseInt(arguments[0]));
    }

    private void run(int customers) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("safar-pressure");
        try (NapShop shop = NapShop.open(folder.resolve("kafka"), PARTITIONS);
                EngineProcess engine = EngineProcess.start(shop.bootstrapServers(), folder.resolve("state"))) {
            fill(customers, shop, engine);
            fire(customers, shop, engine);
        }
    }

    private void fill(int customers, NapShop shop, EngineProcess engine) throws InterruptedException {
        long began = System.nanoTime();
        shop.fillCarts(customers);
        EngineProcess.Status status = await(engine, customers);
        double seconds = since(began);
        print("%,d customers wait; %.0f s, %,.0f events/s", customers, seconds, customers / seconds);
        print(
                "engine: heap %,d MB, RSS %,d MB at most, state on disk %,d MB (%,d bytes a customer)",
                status.heap() >> 20, status.resident() >> 20, status.disk() >> 20, status.disk() / customers);
    }

    private void fire(int customers, NapShop shop, EngineProcess engine) throws InterruptedException {
        try (EventProbe probe = EventProbe.start(shop)) {
            long began = System.nanoTime();
            engine.letAnHourPass();
            EngineProcess.Status status = engine.status();
            while (status.fired() < customers) {
                if (since(began) > LOAD_PATIENCE.toSeconds()) {
                    throw new IllegalStateException("only " + status.fired() + " timers have fired");
                }
                TimeUnit.MILLISECONDS.sleep(200);
                status = engine.status();
            }
            double seconds = since(began);
            print("%,d timers due at once fired in %.1f s, %,.0f/s", customers, seconds, customers / seconds);
            print("engine: heap %,d MB, RSS %,d MB at most", status.heap() >> 20, status.resident() >> 20);
            print("an event meanwhile, from posting to its decision: %s", probe.latencies());
        }
    }

    private static EngineProcess.Status await(EngineProcess engine, int waiting) throws InterruptedException {
        long deadline = System.nanoTime() + LOAD_PATIENCE.toNanos();
        EngineProcess.Status status = engine.status();
        while (status.waiting() < waiting) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + status.waiting() + " customers wait");
            }
            TimeUnit.MILLISECONDS.sleep(200);
            status = engine.status();
        }
        return status;
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
