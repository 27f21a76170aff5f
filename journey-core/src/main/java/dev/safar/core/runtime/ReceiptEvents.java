package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The events that report on a message: Segment's names where it has them. */
public final class ReceiptEvents {

    /** The field that names the message reported on. */
    public static final String MESSAGE_ID = "message_id";

    private static final Map<String, SentMessage.Status> STATUSES = statuses();

    private ReceiptEvents() {}

    /** What an event says of a message; empty for events that are no reports. */
    public static Optional<SentMessage.Status> statusOf(String event) {
        return Optional.ofNullable(STATUSES.get(event));
    }

    /** The event that says the customer has opened a message of that channel. */
    public static String opened(Channel channel) {
        return prefix(channel) + " Opened";
    }

    private static Map<String, SentMessage.Status> statuses() {
        Map<String, SentMessage.Status> suffixes = new LinkedHashMap<>();
        suffixes.put("Sent", SentMessage.Status.ACCEPTED);
        suffixes.put("Delivered", SentMessage.Status.DELIVERED);
        suffixes.put("Opened", SentMessage.Status.OPENED);
        suffixes.put("Link Clicked", SentMessage.Status.CLICKED);
        suffixes.put("Bounced", SentMessage.Status.FAILED);
        suffixes.put("Failed", SentMessage.Status.FAILED);
        suffixes.put("Dropped", SentMessage.Status.FAILED);
        Map<String, SentMessage.Status> statuses = new HashMap<>();
        for (Channel channel : Channel.values()) {
            suffixes.forEach((suffix, status) -> statuses.put(prefix(channel) + " " + suffix, status));
        }
        return Map.copyOf(statuses);
    }

    private static String prefix(Channel channel) {
        return switch (channel) {
            case EMAIL -> "Email";
            case SMS -> "SMS";
            case PUSH -> "Push Notification";
        };
    }
}
