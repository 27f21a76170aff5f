package dev.safar.dispatch.app;

import dev.safar.dispatch.lane.DispatchMeter;
import dev.safar.dispatch.tracking.MessageRef;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** The metrics {@code safar_dispatch_*}. */
final class MicrometerMeter implements DispatchMeter {

    private static final String CHANNEL = "channel";

    private static final Duration[] BUCKETS = LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<String, Timer> attempts = new ConcurrentHashMap<>();

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

    /** A message that waited in the shop was shown, or why not. */
    void leftTheShelf(MessageRef message, String reason) {
        concluded(message.channel(), reason.isEmpty() ? "sent" : "dropped");
        if (!reason.isEmpty()) {
            dropped(message.channel(), reason);
        }
    }

    @Override
    public void attempted(String channel, Duration took) {
        attempts.computeIfAbsent(channel, this::timer).record(took);
    }

    @Override
    public void uncertain(String channel) {
        registry.counter("safar_dispatch_uncertain_total", CHANNEL, channel).increment();
    }

    private Timer timer(String channel) {
        return Timer.builder("safar_dispatch_attempt_seconds")
                .tag(CHANNEL, channel)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
