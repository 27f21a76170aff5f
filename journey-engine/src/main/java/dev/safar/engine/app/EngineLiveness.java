package dev.safar.engine.app;

import dev.safar.engine.streams.JourneyStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive until the engine has given up. */
@Liveness
class EngineLiveness implements HealthCheck {

    private final JourneyStreams engine;

    EngineLiveness(JourneyStreams engine) {
        this.engine = engine;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("journey-engine")
                .status(engine.alive())
                .build();
    }
}
