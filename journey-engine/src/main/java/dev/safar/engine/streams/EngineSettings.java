package dev.safar.engine.streams;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How an engine runs.
 *
 * @param bootstrapServers of the Kafka cluster
 * @param applicationId the same for all instances of one engine
 * @param stateDir where this instance keeps its stores
 * @param threads stream threads
 * @param pace how often it commits and looks up
 * @param topics how topics are created that are missing
 * @param membership what this instance is among others
 * @param limits of what is done at once and kept at hand
 */
public record EngineSettings(
        String bootstrapServers,
        String applicationId,
        Path stateDir,
        int threads,
        Pace pace,
        TopicSettings topics,
        Membership membership,
        EngineLimits limits) {

    /**
     * The rhythm of a stream thread.
     *
     * @param commit how often decisions become visible
     * @param messages how soon messages do, and what takes them back
     * @param poll how long a thread waits for events before it looks at its timers
     */
    public record Pace(Duration commit, Duration messages, Duration poll) {

        public static Pace defaults() {
            return new Pace(Duration.ofSeconds(1), Duration.ofMillis(150), Duration.ofMillis(50));
        }
    }

    /** Of topics that have to be created. */
    public record TopicSettings(int partitions, short replication) {}

    /** One instance on one broker. */
    public static EngineSettings local(String bootstrapServers, Path stateDir) {
        return new EngineSettings(
                bootstrapServers,
                "safar-engine",
                stateDir,
                1,
                Pace.defaults(),
                new TopicSettings(4, (short) 1),
                Membership.of("local"),
                EngineLimits.defaults());
    }

    /** The same with other intervals. */
    public EngineSettings withIntervals(Duration commit, Duration poll) {
        return new EngineSettings(
                bootstrapServers,
                applicationId,
                stateDir,
                threads,
                new Pace(commit, commit, poll),
                topics,
                membership,
                limits);
    }

    /** The same as another member, or as one that behaves otherwise. */
    public EngineSettings withMembership(Membership other) {
        return new EngineSettings(bootstrapServers, applicationId, stateDir, threads, pace, topics, other, limits);
    }

    /** The same with other limits. */
    public EngineSettings withLimits(EngineLimits other) {
        return new EngineSettings(bootstrapServers, applicationId, stateDir, threads, pace, topics, membership, other);
    }
}
