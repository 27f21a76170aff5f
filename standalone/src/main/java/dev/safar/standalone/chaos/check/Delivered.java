package dev.safar.standalone.chaos.check;

/**
 * A message that a provider has taken.
 *
 * @param recognised whether the provider tells a repetition by the message's id
 */
public record Delivered(String messageId, boolean recognised) {}
