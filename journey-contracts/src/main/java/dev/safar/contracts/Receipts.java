package dev.safar.contracts;

import java.util.Optional;

/**
 * The names under which channel-dispatch reports on messages, as {@code track} events in {@link Topics#EVENTS}. Segment's
 * names where it has them. Their properties always hold {@link #MESSAGE_ID}.
 */
public final class Receipts {

    /** The property that names the message reported on. */
    public static final String MESSAGE_ID = "message_id";

    /** The property that says why a message failed or was dropped. */
    public static final String REASON = "reason";

    /**
     * How a call of another system ended, once a call: the only report on the channel {@code webhook}. Beside
     * {@link #MESSAGE_ID} it has {@link #STATUS}, {@link #BODY} where a JSON object came back, and {@link #REASON} where
     * there is one.
     */
    public static final String WEBHOOK_ANSWERED = "Webhook Answered";

    /** The property that holds the HTTP status of an answer; 0 where none came. */
    public static final String STATUS = "status";

    /** The property that holds the JSON object that was answered; absent where none was, or one too large. */
    public static final String BODY = "body";

    /** What was reported. */
    public enum Kind {
        /** The provider has taken it. */
        SENT("Sent"),
        DELIVERED("Delivered"),
        OPENED("Opened"),
        CLICKED("Link Clicked"),
        BOUNCED("Bounced"),
        /** The provider refused it for good. */
        FAILED("Failed"),
        /** It was not sent: retracted, or too late. */
        DROPPED("Dropped");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    private Receipts() {}

    /** {@code Email Opened}, {@code SMS Delivered}, {@code Push Notification Failed}, {@code In-App Message Link Clicked}. */
    public static String eventName(String channel, Kind kind) {
        return prefix(channel) + " " + kind.suffix;
    }

    /** The kind of a receipt by its event name; empty for all other events. */
    public static Optional<Kind> kindOf(String eventName) {
        for (String channel : new String[] {"email", "sms", "push", "inapp"}) {
            String prefix = prefix(channel) + " ";
            if (eventName.startsWith(prefix)) {
                String suffix = eventName.substring(prefix.length());
                for (Kind kind : Kind.values()) {
                    if (kind.suffix.equals(suffix)) {
                        return Optional.of(kind);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String prefix(String channel) {
        return switch (channel) {
            case "email" -> "Email";
            case "sms" -> "SMS";
            case "push" -> "Push Notification";
            case "inapp" -> "In-App Message";
            default -> throw new IllegalArgumentException("unknown channel '" + channel + "'");
        };
    }
}
