package dev.safar.engine.streams;

import dev.safar.core.model.Workspace;
import dev.safar.engine.state.Tally;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;

/** What an instance shows of itself while it runs. */
final class EngineGauges implements AutoCloseable {

    private final MeterRegistry registry;
    private final JourneyStreams engine;
    private final MultiGauge waiting;
    private final MultiGauge unaccounted;
    private final List<Meter> meters = new ArrayList<>();

    EngineGauges(MeterRegistry registry, JourneyStreams engine) {
        this.registry = registry;
        this.engine = engine;
        this.waiting = MultiGauge.builder("safar.runs.waiting")
                .description("runs under way")
                .register(registry);
        this.unaccounted = MultiGauge.builder("safar.runs.unaccounted")
                .description("runs entered, less those that wait or have finished: anything but zero is a fault")
                .register(registry);
        seconds("safar.tick.age", "how old the latest tick of the slowest task is", of -> of.tickAge()
                .map(EngineGauges::inSeconds)
                .orElse(Double.NaN));
        seconds(
                "safar.timers.oldest.overdue",
                "how long the most overdue timer has been due",
                of -> inSeconds(of.oldestOverdue()));
        meters.add(Gauge.builder("safar.sweeps.under.way", engine, JourneyStreams::sweeps)
                .description("ways through all customers of a task that are under way")
                .register(registry));
        meters.add(Gauge.builder("safar.engine.lag", engine, JourneyStreams::lag)
                .description("events waiting to be processed")
                .register(registry));
    }

    /** Shows the journeys of this workspace from now on. */
    void show(Workspace workspace) {
        waiting.register(rows(workspace, Tally.Counts::waiting), true);
        unaccounted.register(rows(workspace, Tally.Counts::unaccounted), true);
    }

    private List<MultiGauge.Row<?>> rows(Workspace workspace, ToLongFunction<Tally.Counts> count) {
        return workspace.journeys().stream()
                .map(journey -> journey.ref().id())
                .map(journey -> MultiGauge.Row.of(
                        Tags.of("journey", journey.value()),
                        engine,
                        (JourneyStreams of) -> count.applyAsLong(of.tally().of(journey))))
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        waiting.register(List.of(), true);
        unaccounted.register(List.of(), true);
        meters.forEach(registry::remove);
    }

    static Set<TaskMetadata> activeTasks(KafkaStreams streams) {
        if (!streams.state().isRunningOrRebalancing()) {
            return Set.of();
        }
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .collect(Collectors.toSet());
    }

    static long lag(KafkaStreams streams) {
        return activeTasks(streams).stream().mapToLong(EngineGauges::lag).sum();
    }

    private static long lag(TaskMetadata task) {
        long lag = 0;
        for (TopicPartition partition : task.topicPartitions()) {
            long end = task.endOffsets().getOrDefault(partition, 0L);
            long committed = task.committedOffsets().getOrDefault(partition, 0L);
            lag += Math.max(0, end - Math.max(0, committed));
        }
        return lag;
    }

    private static double inSeconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private void seconds(String name, String description, ToDoubleFunction<JourneyStreams> value) {
        meters.add(Gauge.builder(name, engine, value)
                .description(description)
                .baseUnit("seconds")
                .register(registry));
    }
}
