package dev.safar.engine.app;

import dev.safar.engine.streams.JourneyStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when all tasks are at work and have worked off their backlog, or when none are to be. */
@Readiness
class EngineReadiness implements HealthCheck {

    private final EngineConfig config;
    private final JourneyStreams engine;

    EngineReadiness(EngineConfig config, JourneyStreams engine) {
        this.config = config;
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("journey-engine")
                .status(!config.enabled() || engine.ready())
                .build();
    }
}
