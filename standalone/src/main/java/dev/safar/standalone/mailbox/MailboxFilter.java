package dev.safar.standalone.mailbox;

import java.util.Optional;

/** Which messages to show; what is empty does not narrow. */
public record MailboxFilter(Optional<String> customer, Optional<String> journey, Optional<String> channel) {

    public static final MailboxFilter ALL = new MailboxFilter(Optional.empty(), Optional.empty(), Optional.empty());

    boolean accepts(MailboxEntry entry) {
        return matches(customer, entry.customer())
                && matches(journey, entry.journey())
                && matches(channel, entry.channel());
    }

    private static boolean matches(Optional<String> wanted, String actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }
}
