package dev.safar.ingest.accept;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a request besides its body.
 *
 * @param writeKey as the headers give it; see {@link WriteKeys#fromHeaders}
 * @param contentEncoding the header of that name
 */
public record Request(Route route, Optional<String> writeKey, Optional<String> contentEncoding, Instant receivedAt) {}
