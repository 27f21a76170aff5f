package dev.safar.dispatch.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: partitions assigned and caught up with, definitions read. Providers play no part in it. */
@Readiness
@ApplicationScoped
public class DispatchReadiness implements HealthCheck {

    private final DispatchService dispatch;

    DispatchReadiness(DispatchService dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("dispatch").status(dispatch.ready()).build();
    }
}
