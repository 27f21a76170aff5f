package dev.safar.engine.app;

import dev.safar.engine.streams.EngineLimits;
import dev.safar.engine.streams.EngineSettings;
import dev.safar.engine.streams.Membership;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;

/** The settings below {@code safar.engine}; each has a default. */
@ConfigMapping(prefix = "safar.engine")
interface EngineConfig {

    /** False lets journeys stand still: events wait in the log, and state stays as it is. */
    boolean enabled();

    String applicationId();

    /** Unlike that of any other instance, and the same after a restart. */
    String instanceId();

    Path stateDir();

    int threads();

    Duration commitInterval();

    Duration messageInterval();

    Duration pollTime();

    int cachedCustomers();

    Duration tickFreshness();

    Duration heartbeat();

    Duration slice();

    int firings();

    Duration sessionTimeout();

    Duration transactionTimeout();

    int standbyReplicas();

    int warmupReplicas();

    /** True for an instance that is taken away when it stops, so that the others have its tasks at once. */
    boolean leaveOnStop();

    /** These settings with those that other modules share. */
    default EngineSettings with(String bootstrapServers, int partitions, int replication) {
        return new EngineSettings(
                bootstrapServers,
                applicationId(),
                stateDir(),
                threads(),
                new EngineSettings.Pace(commitInterval(), messageInterval(), pollTime()),
                new EngineSettings.TopicSettings(partitions, (short) replication),
                membership(),
                new EngineLimits(cachedCustomers(), tickFreshness(), heartbeat(), slice(), firings()));
    }

    private Membership membership() {
        return new Membership(
                instanceId(),
                new Membership.Timeouts(sessionTimeout(), transactionTimeout()),
                new Membership.Standbys(standbyReplicas(), warmupReplicas()),
                leaveOnStop());
    }
}
