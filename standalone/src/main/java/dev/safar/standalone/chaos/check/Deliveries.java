package dev.safar.standalone.chaos.check;

import dev.safar.dispatch.provider.LocalIds;
import dev.safar.standalone.mailbox.MailboxEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What providers have taken, by the ids of messages: SMS come under a number that follows from one. */
final class Deliveries {

    private static final String SMS = "sms";

    private Deliveries() {}

    static List<Delivered> of(List<MailboxEntry> taken, Observed observed) {
        Map<String, String> byLocalId = new HashMap<>();
        observed.messages().keySet().forEach(id -> byLocalId.put(LocalIds.of(id), id));
        return taken.stream().map(entry -> delivered(entry, byLocalId)).toList();
    }

    private static Delivered delivered(MailboxEntry entry, Map<String, String> byLocalId) {
        return entry.channel().equals(SMS)
                ? new Delivered(byLocalId.getOrDefault(entry.messageId(), entry.messageId()), true, entry.sentAt())
                : new Delivered(entry.messageId(), false, entry.sentAt());
    }
}
