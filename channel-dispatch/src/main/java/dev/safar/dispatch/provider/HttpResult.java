package dev.safar.dispatch.provider;

import java.time.Duration;

/** How an HTTP call ended. */
sealed interface HttpResult {

    /** An answer; {@code retryAfter} is zero where the header is absent or a date. */
    record Answered(int status, String body, Duration retryAfter) implements HttpResult {}

    /** Nothing was sent. */
    record NotReached(String reason) implements HttpResult {}

    /** The request went out, the answer did not come. */
    record NoAnswer(String reason) implements HttpResult {}
}
