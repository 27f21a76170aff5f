package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.contender.ContenderProcess;
import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.load.Load;
import dev.safar.benchmarks.process.Child;
import dev.safar.benchmarks.process.Progress;
import dev.safar.benchmarks.process.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Lets contenders consume the same log of the same broker, one after another, each in a process of its own. */
final class Race {

    private static final Duration LOOK = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage;
    private final List<Load> loads;
    private final Contenders recorded;
    private final Optional<Path> recording;

    /**
     * Over loads that have been written, one after another.
     *
     * @param recorded whom Flight Recorder watches, if there is a file for it
     */
    Race(Stage stage, List<Load> loads, Contenders recorded, Optional<Path> recording) {
        this.stage = stage;
        this.loads = List.copyOf(loads);
        this.recorded = recorded;
        this.recording = recording;
    }

    /**
     * Lets one consume all of the loads.
     *
     * @return what was seen of each of them
     * @throws IllegalStateException if it ends, or stands still for two minutes
     */
    List<Window> run(Contenders contender) {
        try (Child child = ContenderProcess.start(contender, stage, jvm(contender));
                Progress progress = new Progress(stage.bootstrapServers(), contender.group())) {
            return watch(child, progress);
        }
    }

    private List<Window> watch(Child child, Progress progress) {
        List<Window> windows = Window.of(loads);
        long total = loads.stream().mapToLong(Load::total).sum();
        long seen = 0;
        long lastMove = System.nanoTime();
        while (seen < total) {
            pause();
            long processed = progress.committed();
            if (processed > seen) {
                seen = processed;
                lastMove = System.nanoTime();
                var sample = new Sample(
                        lastMove, processed, child.figures(), stage.broker().figures());
                windows.forEach(window -> window.add(sample));
            } else if (System.nanoTime() - lastMove > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "no progress after " + seen + " of " + total + " events:\n" + child.lastWords());
            }
        }
        return windows;
    }

    private List<String> jvm(Contenders contender) {
        return recording
                .filter(file -> contender == recorded)
                .map(file -> List.of(
                        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file.toAbsolutePath()))
                .orElse(List.of());
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
