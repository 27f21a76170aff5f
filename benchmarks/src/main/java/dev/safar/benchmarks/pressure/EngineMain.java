package dev.safar.benchmarks.pressure;

import dev.safar.benchmarks.process.Answering;
import dev.safar.benchmarks.process.WarningsOnly;
import dev.safar.engine.state.Tally;
import dev.safar.engine.streams.EngineSettings;
import dev.safar.engine.streams.JourneyStreams;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** An engine in a process of its own, whose clock can be put forward. */
final class EngineMain {

    static final String STATUS = "status";
    static final String HOUR = "hour";

    private final Clock clock = new Clock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JourneyStreams engine;

    private EngineMain(String bootstrapServers, Path state) {
        this.engine = new JourneyStreams(EngineSettings.local(bootstrapServers, state), clock, meters);
    }

    /**
     * How far it is.
     *
     * @param waiting runs under way
     * @param fired runs that have ended
     * @param rebalances of its group that it has been through
     */
    record Status(long waiting, long fired, long rebalances) {

        String toLine() {
            return waiting + " " + fired + " " + rebalances;
        }

        static Status parse(String line) {
            String[] numbers = line.split(" ", -1);
            return new Status(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
        }
    }

    /** Stands until an hour passes at once, and goes from then on. */
    private static final class Clock implements InstantSource {

        private volatile long goingSince;

        @Override
        public Instant instant() {
            long since = goingSince;
            return since == 0
                    ? NapShop.START
                    : NapShop.START.plus(Duration.ofHours(1)).plusNanos(System.nanoTime() - since);
        }

        void go() {
            goingSince = System.nanoTime();
        }
    }

    /**
     * Runs until it is told to stop.
     *
     * @param arguments the brokers, the folder of its state
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        WarningsOnly.log();
        new EngineMain(arguments[0], Path.of(arguments[1])).serve();
        System.exit(0);
    }

    private void serve() throws IOException, InterruptedException {
        try (engine) {
            engine.start();
            while (!engine.ready()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            Answering.serve(question -> {
                if (question.equals(HOUR)) {
                    clock.go();
                }
                return status().toLine();
            });
        }
    }

    private Status status() {
        long waiting = 0;
        long fired = 0;
        Tally.Counts counts = engine.tally().journeys().get(NapShop.JOURNEY);
        if (counts != null) {
            waiting = counts.waiting();
            fired = counts.finished().values().stream()
                    .mapToLong(count -> count)
                    .sum();
        }
        return new Status(waiting, fired, rebalances());
    }

    /** Fails where nobody counts them: none counted is not none. */
    private long rebalances() {
        return meters.get("kafka.consumer.coordinator.rebalance.total").meters().stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToLong(measurement -> (long) measurement.getValue())
                .sum();
    }
}
