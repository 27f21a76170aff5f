package dev.safar.ingest.app;

import dev.safar.contracts.CustomerEvent;
import dev.safar.ingest.accept.EventProblem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Counts what comes in and what is turned away. */
@Singleton
final class IngestMetrics {

    private static final Duration[] BUCKETS = IntStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Timer requests;

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.requests = Timer.builder("safar.ingest.request")
                .description("From the last byte of a request to its answer")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    Timer.Sample started() {
        return Timer.start(registry);
    }

    void accepted(List<CustomerEvent> events) {
        events.forEach(event -> registry.counter("safar.ingest.events", "type", event.type(), "source", event.source())
                .increment());
    }

    void rejected(List<EventProblem> problems) {
        problems.forEach(problem -> rejected(problem.kind().wireName()));
    }

    void rejected(String reason) {
        registry.counter("safar.ingest.rejected", "reason", reason).increment();
    }

    void answered(Timer.Sample started, int status) {
        started.stop(requests);
        registry.counter("safar.ingest.requests", "status", Integer.toString(status))
                .increment();
    }
}
