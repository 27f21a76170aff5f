package dev.safar.ingest.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator can set. */
@ConfigMapping(prefix = "safar.ingest")
public interface IngestConfig {

    /** Who may write: {@code key} or {@code source@key}. Without any, every request is refused. */
    Optional<List<String>> writeKeys();

    /** After this an event that the broker hasn't acknowledged is answered with 503. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /** Bytes of events on their way to the broker; beyond it the answer is 429. */
    @WithDefault("16777216")
    long maxInFlightBytes();

    /** Further settings of Kafka's clients, for example {@code safar.ingest.kafka."security.protocol"}. */
    Map<String, String> kafka();
}
