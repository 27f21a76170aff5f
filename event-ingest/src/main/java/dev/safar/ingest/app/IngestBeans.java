package dev.safar.ingest.app;

import dev.safar.ingest.accept.EventAcceptor;
import dev.safar.ingest.accept.WriteKeys;
import dev.safar.ingest.publish.EventPublisher;
import dev.safar.ingest.publish.LogProbe;
import dev.safar.ingest.publish.PublishSettings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the plain classes of this module, and closes them. */
final class IngestBeans {

    @Produces
    @Singleton
    EventAcceptor acceptor(IngestConfig config) {
        return new EventAcceptor(new WriteKeys(config.writeKeys().orElse(List.of())));
    }

    @Produces
    @Singleton
    PublishSettings publishSettings(
            IngestConfig config, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        return new PublishSettings(
                bootstrapServers, config.deliveryTimeout(), config.maxInFlightBytes(), config.kafka());
    }

    /** Made at the start: the first request shouldn't wait for Kafka's classes to load. */
    @Startup
    @Produces
    @Singleton
    EventPublisher publisher(PublishSettings settings) {
        return EventPublisher.connect(settings);
    }

    @Produces
    @Singleton
    LogProbe probe(PublishSettings settings) {
        return new LogProbe(settings);
    }

    void close(@Disposes EventPublisher publisher) {
        publisher.close();
    }

    void close(@Disposes LogProbe probe) {
        probe.close();
    }
}
