package dev.safar.contracts;

import java.time.Instant;

/**
 * A record of {@link Topics#DEAD_LETTERS}: what could not be processed, where it was and why; enough to replay it.
 *
 * @param valueBase64 the original value, byte for byte
 */
public record DeadLetter(
        String topic, int partition, long offset, String key, String reason, Instant at, String valueBase64) {}
