package dev.safar.dispatch.provider;

import dev.safar.dispatch.tracking.MessageRef;
import java.util.Optional;

/** Where an SMS provider reports what became of a message; empty if it can't reach us. */
@FunctionalInterface
public interface SmsCallbackUrls {

    Optional<String> of(MessageRef message);

    static SmsCallbackUrls none() {
        return message -> Optional.empty();
    }
}
