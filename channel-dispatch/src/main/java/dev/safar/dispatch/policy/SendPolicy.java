package dev.safar.dispatch.policy;

import dev.safar.contracts.MessageCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says at the last moment whether a message is still wanted. */
public final class SendPolicy {

    public static final String RETRACTED = "retracted";
    public static final String TOO_LATE = "too-late";
    public static final String TOO_OLD = "too-old";

    private final Duration maxAge;

    /** The age is counted from the request; it bounds how long an outage can hold a message. */
    public SendPolicy(Duration maxAge) {
        this.maxAge = maxAge;
    }

    /** Why it must not be sent; empty if it may. */
    public Optional<String> reasonToDrop(MessageCommand message, boolean retracted, Instant now) {
        if (retracted) {
            return Optional.of(RETRACTED);
        }
        if (message.notAfter() != null && now.isAfter(message.notAfter())) {
            return Optional.of(TOO_LATE);
        }
        return now.isAfter(message.requestedAt().plus(maxAge)) ? Optional.of(TOO_OLD) : Optional.empty();
    }
}
