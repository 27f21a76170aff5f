package dev.safar.engine.streams;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How an engine runs.
 *
 * @param bootstrapServers of the Kafka cluster
 * @param applicationId the same for all instances of one engine
 * @param instanceId of this instance, the same after a restart, so that it gets its tasks back at once
 * @param stateDir where this instance keeps its stores
 * @param threads stream threads
 * @param commitInterval how often decisions become visible
 * @param pollTime how long a thread waits for events before it looks at its timers
 * @param partitions and {@code replication}: of topics that have to be created
 * @param limits of what is done at once and kept at hand
 */
public record EngineSettings(
        String bootstrapServers,
        String applicationId,
        String instanceId,
        Path stateDir,
        int threads,
        Duration commitInterval,
        Duration pollTime,
        int partitions,
        short replication,
        EngineLimits limits) {

    /** One instance on one broker. */
    public static EngineSettings local(String bootstrapServers, Path stateDir) {
        return new EngineSettings(
                bootstrapServers,
                "safar-engine",
                "local",
                stateDir,
                1,
                Duration.ofMillis(200),
                Duration.ofMillis(50),
                4,
                (short) 1,
                EngineLimits.defaults());
    }

    /** The same with other intervals. */
    public EngineSettings withIntervals(Duration commit, Duration poll) {
        return new EngineSettings(
                bootstrapServers,
                applicationId,
                instanceId,
                stateDir,
                threads,
                commit,
                poll,
                partitions,
                replication,
                limits);
    }
}
