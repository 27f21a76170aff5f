package dev.safar.dispatch.app;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive means that the loop goes round, whatever brokers and providers do. */
@Liveness
@ApplicationScoped
public class DispatchLiveness implements HealthCheck {

    private final DispatchService dispatch;

    DispatchLiveness(DispatchService dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("dispatch-loop")
                .status(dispatch.alive())
                .build();
    }
}
