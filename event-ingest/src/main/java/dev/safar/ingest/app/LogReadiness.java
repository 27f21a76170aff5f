package dev.safar.ingest.app;

import dev.safar.ingest.publish.LogProbe;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while events can be written. A broker that is away is no reason to restart this process: liveness doesn't ask. */
@Readiness
@Singleton
final class LogReadiness implements HealthCheck {

    private final LogProbe probe;

    LogReadiness(LogProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("event-ingest: events can be written")
                .status(probe.writable())
                .build();
    }
}
