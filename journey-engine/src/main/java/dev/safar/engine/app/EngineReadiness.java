package dev.safar.engine.app;

import dev.safar.engine.streams.JourneyStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when all tasks are at work and have worked off their backlog. */
@Readiness
class EngineReadiness implements HealthCheck {

    private final JourneyStreams engine;

    EngineReadiness(JourneyStreams engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("journey-engine")
                .status(engine.ready())
                .build();
    }
}
