package dev.safar.dispatch.policy;

import dev.safar.dispatch.provider.Shelved;
import java.time.Duration;

/** What to do after a provider's answer. */
public sealed interface Next {

    /** The provider has it. */
    record Sent(String providerId) implements Next {}

    /** It waits for the customer. */
    record Kept(Shelved shelved) implements Next {}

    /** There is no point in trying again. */
    record Failed(String reason) implements Next {}

    /**
     * Try again after a while.
     *
     * @param certain whether the provider surely does not have the message
     */
    record Again(Duration delay, Tally tally, boolean certain) implements Next {}
}
