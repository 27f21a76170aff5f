package dev.safar.benchmarks.contender;

import dev.safar.engine.streams.EngineSettings;
import dev.safar.engine.streams.JourneyStreams;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.InstantSource;

/** The engine as it is deployed, with whatever workspace has been published. */
@SuppressWarnings("deprecation") // the registry that Quarkus brings
final class SafarContender {

    private SafarContender() {}

    static Contender start(EngineSettings settings) {
        var engine = new JourneyStreams(
                settings, InstantSource.system(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        engine.start();
        return engine::close;
    }
}
