package dev.safar.core.runtime;

import java.time.Instant;

/** A discount made to one customer, with a code that follows from the run and the offer. */
public record Offer(String id, int percent, String code, Instant validUntil) {}
