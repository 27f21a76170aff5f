package dev.safar.standalone.chaos.check;

import java.time.Instant;

/**
 * A message that a provider has taken.
 *
 * @param recognised whether the provider tells a repetition by the message's id
 * @param sentAt by the sender's clock, which an e-mail tells to the second
 */
public record Delivered(String messageId, boolean recognised, Instant sentAt) {}
