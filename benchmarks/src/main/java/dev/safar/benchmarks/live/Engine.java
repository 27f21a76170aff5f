package dev.safar.benchmarks.live;

import dev.safar.benchmarks.contender.ContenderProcess;
import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.process.Child;
import dev.safar.benchmarks.process.Progress;
import dev.safar.benchmarks.process.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/** A Safar engine in a process of its own. */
final class Engine implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Child process;
    private final Progress progress;

    Engine(Stage stage) {
        process = ContenderProcess.start(Contenders.SAFAR, stage, List.of());
        progress = new Progress(stage.bootstrapServers(), Contenders.SAFAR.group());
    }

    static Path stateOf(Stage stage) {
        return ContenderProcess.stateOf(Contenders.SAFAR, stage);
    }

    /** What its process has used. */
    Child process() {
        return process;
    }

    /**
     * Returns when it has processed all that stands in the log by now, in every partition.
     *
     * @throws IllegalStateException if it has not after ten minutes
     */
    void awaitEnd() throws InterruptedException {
        Map<TopicPartition, Long> ends = progress.ends();
        await(() -> progress.hasReached(ends));
    }

    private void await(BooleanSupplier done) throws InterruptedException {
        long began = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("the engine is stuck:\n" + process.lastWords());
            }
            process.figures(); // the peak of its heap is the largest that was seen when somebody asked
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
    }

    @Override
    public void close() {
        progress.close();
        process.close();
    }
}
