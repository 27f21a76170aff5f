package dev.safar.dispatch.app;

import dev.safar.dispatch.lane.DispatchMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** The metrics {@code safar_dispatch_*}. */
final class MicrometerMeter implements DispatchMeter {

    private static final String CHANNEL = "channel";

    private final MeterRegistry registry;

    MicrometerMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void concluded(String channel, String status) {
        registry.counter("safar_dispatch_sent_total", CHANNEL, channel, "status", status)
                .increment();
    }

    @Override
    public void dropped(String channel, String reason) {
        registry.counter("safar_dispatch_dropped_total", CHANNEL, channel, "reason", reason)
                .increment();
    }

    @Override
    public void attempted(String channel, Duration took) {
        registry.timer("safar_dispatch_attempt_seconds", CHANNEL, channel).record(took);
    }

    @Override
    public void uncertain(String channel) {
        registry.counter("safar_dispatch_uncertain_total", CHANNEL, channel).increment();
    }
}
