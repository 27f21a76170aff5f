package dev.safar.dispatch.provider;

import dev.safar.dispatch.tracking.MessageRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a provider needs to know besides the content.
 *
 * @param from the sender configured for the channel; empty where the provider has its own
 * @param sentAt this attempt
 * @param validFor after which time the provider should give up too
 */
public record Envelope(MessageRef message, String from, String to, Instant sentAt, Optional<Duration> validFor) {}
