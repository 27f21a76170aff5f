package dev.safar.benchmarks.pressure;

import dev.safar.engine.state.Tally;
import dev.safar.engine.streams.EngineSettings;
import dev.safar.engine.streams.JourneyStreams;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The engine of {@link EngineProcess}: it ends with its input. */
final class EngineMain {

    static final String ANSWER = "=> ";
    static final String STATUS = "status";
    static final String HOUR = "hour";

    private final PrintStream out;
    private final Path state;
    private final Clock clock = new Clock();
    private final JourneyStreams engine;

    private EngineMain(String bootstrapServers, Path state, PrintStream out) {
        this.out = out;
        this.state = state;
        this.engine =
                new JourneyStreams(EngineSettings.local(bootstrapServers, state), clock, new SimpleMeterRegistry());
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

    public static void main(String... arguments) throws IOException, InterruptedException {
        new EngineMain(arguments[0], Path.of(arguments[1]), System.out).serve();
    }

    private void serve() throws IOException, InterruptedException {
        try (engine;
                var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            engine.start();
            while (!engine.ready()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            answer("ready");
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                if (line.equals(HOUR)) {
                    clock.go();
                    answer("going");
                } else {
                    answer(status());
                }
            }
        }
    }

    private void answer(String text) {
        out.println(ANSWER + text);
        out.flush();
    }

    private String status() throws IOException {
        long waiting = 0;
        long fired = 0;
        for (Tally.Counts counts : engine.tally().journeys().values()) {
            waiting += counts.waiting();
            fired += counts.finished().values().stream()
                    .mapToLong(count -> count)
                    .sum();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return waiting + " " + fired + " " + heap + " " + resident() + " " + disk();
    }

    /** As Linux counts it; nothing elsewhere. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
                .findFirst()
                .orElse(0);
    }

    private long disk() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += size(file);
            }
            return bytes;
        }
    }

    /** RocksDB removes files while they are counted. */
    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
