package dev.safar.contracts;

import java.time.Instant;

/** A record of {@link Topics#RETRACTIONS}, keyed by customer id: this message must not be sent any more. */
public record Retraction(String messageId, String customerId, String channel, String reason, Instant at) {}
