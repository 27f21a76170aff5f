package dev.safar.standalone.sandbox;

import dev.safar.standalone.mailbox.MailboxEntry;
import java.util.Optional;

/**
 * What a provider answers, and what it does beside.
 *
 * @param json the body
 * @param delivered the message that reaches its receiver
 * @param report the call by which the provider says so afterwards
 */
record ProviderAnswer(int status, String json, Optional<MailboxEntry> delivered, Optional<DeliveryReport> report) {

    static ProviderAnswer refusing(int status, String json) {
        return new ProviderAnswer(status, json, Optional.empty(), Optional.empty());
    }
}
