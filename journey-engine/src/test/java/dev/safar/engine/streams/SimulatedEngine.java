package dev.safar.engine.streams;

import dev.safar.core.model.Workspace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** A process with some of the tasks, which commit or fall together, and a clock that may be a little wrong. */
final class SimulatedEngine {

    private final EngineParts parts;
    private final TaskTools tools;
    private final List<SimulatedTask> tasks = new ArrayList<>();

    /** What engines have in common: the time as it really is, the definitions, the way to the brokers. */
    record Surroundings(InstantSource time, Supplier<Workspace> workspace, TickSink ticks) {}

    SimulatedEngine(Surroundings surroundings, Duration fast, EngineLimits limits) {
        InstantSource clock = () -> surroundings.time().instant().plus(fast);
        parts = new EngineParts(
                surroundings.workspace(),
                clock,
                surroundings.ticks(),
                new EngineMeters(new SimpleMeterRegistry()),
                new TaskBoard(),
                limits);
        tools = TaskTools.of(parts, EngineSettings.Pace.defaults().messages());
    }

    void take(SimulatedPartition partition) {
        tasks.add(partition.open(parts, tools));
    }

    List<SimulatedTask> tasks() {
        return tasks;
    }

    /** The earliest time that a task has something to do. */
    Instant nextDue() {
        return parts.board().nextDue().orElse(Instant.MAX);
    }

    /** All tasks in one transaction. Where one of them belongs to another engine by now, all that was done is lost. */
    void commit() {
        if (tasks.stream().anyMatch(SimulatedTask::isFenced)) {
            startOver();
        } else {
            attempt(() -> {
                tasks.forEach(SimulatedTask::prepare);
                tasks.forEach(SimulatedTask::commit);
            });
        }
    }

    /** Does something. If the store fails, the process lives and begins again at the last commit. */
    void attempt(Runnable action) {
        try {
            action.run();
        } catch (KafkaException failure) {
            startOver();
        }
    }

    /** Everything since the last commit is gone, and what belongs to somebody else. */
    void startOver() {
        List<SimulatedPartition> own = tasks.stream()
                .filter(task -> !task.isFenced())
                .map(SimulatedTask::partition)
                .toList();
        stop();
        own.forEach(this::take);
    }

    /** Ends the process as it stands. */
    void stop() {
        tasks.forEach(SimulatedTask::close);
        tasks.clear();
    }

    /** Gives up a task after a commit. */
    void handOver(SimulatedTask task) {
        tasks.remove(task);
        task.close();
    }
}
