package dev.safar.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** On a service as it is shipped. */
class ServiceIT {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void isGoneAfterWhoeverStartedItWasKilled() throws Exception {
        // given
        Process benchmark = start();
        List<ProcessHandle> started = benchmark.descendants().toList();

        try {
            // when
            benchmark.destroyForcibly();

            // then
            assertThat(started).as("a broker and a service").hasSize(2);
            for (ProcessHandle process : started) {
                process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            started.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Returns when its service is ready. */
    private Process start() throws IOException {
        Process benchmark = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dsafar.home=..",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Benchmark.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(new InputStreamReader(benchmark.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.lines().anyMatch(line -> line.startsWith(Benchmark.READY)))
                .isTrue();
        return benchmark;
    }

    /** A program that starts a service and has no end. */
    static final class Benchmark {

        private static final String READY = "ready at ";

        private Benchmark() {}

        public static void main(String... arguments) throws Exception {
            try (Stage stage = Stage.open(Path.of(arguments[0]));
                    Service service =
                            Service.start("event-ingest", stage, Map.of("safar.ingest.write-keys", "a-write-key"))) {
                System.out.println(READY + service.address());
                Thread.currentThread().join();
            }
        }
    }
}
