package dev.safar.engine.app;

import dev.safar.engine.streams.JourneyStreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the engine with the application and stops it with it. */
@Singleton
class EngineLifecycle {

    @Produces
    @Singleton
    JourneyStreams engine(
            EngineConfig config, SharedConfig shared, Instance<InstantSource> clock, MeterRegistry registry) {
        InstantSource time = clock.isResolvable() ? clock.get() : InstantSource.system();
        return new JourneyStreams(
                config.with(shared.bootstrapServers(), shared.partitions(), shared.replication()), time, registry);
    }

    void start(@Observes StartupEvent event, EngineConfig config, JourneyStreams engine) {
        if (config.enabled()) {
            engine.start();
        }
    }

    void stop(@Observes ShutdownEvent event, JourneyStreams engine) {
        engine.close();
    }

    /** Settings that other modules have too. */
    @Singleton
    static class SharedConfig {

        private final String bootstrapServers;
        private final int partitions;
        private final int replication;

        SharedConfig(
                @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
                @ConfigProperty(name = "safar.partitions") int partitions,
                @ConfigProperty(name = "safar.replication") int replication) {
            this.bootstrapServers = bootstrapServers;
            this.partitions = partitions;
            this.replication = replication;
        }

        String bootstrapServers() {
            return bootstrapServers;
        }

        int partitions() {
            return partitions;
        }

        int replication() {
            return replication;
        }
    }
}
