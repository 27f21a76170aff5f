package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The events that report on a message: Segment's names where it has them. */
public final class ReceiptEvents {

    /** The field that names the message reported on. */
    public static final String MESSAGE_ID = "message_id";

    /** What can be reported, in the words of scenarios, with the words of the events and what it says of a message. */
    private enum Kind {
        SENT("Sent", SentMessage.Status.ACCEPTED),
        DELIVERED("Delivered", SentMessage.Status.DELIVERED),
        OPENED("Opened", SentMessage.Status.OPENED),
        CLICKED("Link Clicked", SentMessage.Status.CLICKED),
        BOUNCED("Bounced", SentMessage.Status.FAILED),
        FAILED("Failed", SentMessage.Status.FAILED),
        DROPPED("Dropped", SentMessage.Status.FAILED);

        private final String suffix;
        private final SentMessage.Status status;

        Kind(String suffix, SentMessage.Status status) {
            this.suffix = suffix;
            this.status = status;
        }
    }

    private static final Map<String, SentMessage.Status> STATUSES = statuses();

    private ReceiptEvents() {}

    /** What an event says of a message; empty for events that are no reports. */
    public static Optional<SentMessage.Status> statusOf(String event) {
        return Optional.ofNullable(STATUSES.get(event));
    }

    /** What can be reported: {@code sent}, {@code delivered}, {@code opened}, … */
    public static List<String> kinds() {
        return Arrays.stream(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * {@code Email Opened}, {@code SMS Failed}, {@code Push Notification Link Clicked}.
     *
     * @param kind one of {@link #kinds()}
     */
    public static String name(Channel channel, String kind) {
        return prefix(channel) + " " + Kind.valueOf(kind.toUpperCase(Locale.ROOT)).suffix;
    }

    private static Map<String, SentMessage.Status> statuses() {
        Map<String, SentMessage.Status> statuses = new HashMap<>();
        for (Channel channel : Channel.values()) {
            for (Kind kind : Kind.values()) {
                statuses.put(prefix(channel) + " " + kind.suffix, kind.status);
            }
        }
        return Map.copyOf(statuses);
    }

    private static String prefix(Channel channel) {
        return switch (channel) {
            case EMAIL -> "Email";
            case SMS -> "SMS";
            case PUSH -> "Push Notification";
            case INAPP -> "In-App Message";
        };
    }
}
