package dev.safar.ingest.accept;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for every call of a body unless the call says otherwise.
 *
 * @param type by the route; empty in a batch, where each call names its own
 * @param context the body's, filtered
 * @param contextBytes how much the context adds to each event
 */
record Batch(
        Optional<EventType> type,
        Optional<Instant> sentAt,
        Map<String, Object> context,
        int contextBytes,
        boolean historical,
        String source,
        Instant receivedAt) {}
