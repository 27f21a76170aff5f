package dev.safar.dispatch.tracking;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Receipts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What became of a message.
 *
 * @param occurrence tells apart what may be reported several times of one message, such as clicks on two links; empty
 *     where once is all
 * @param properties beyond those that name the message
 */
public record Receipt(Receipts.Kind kind, MessageRef message, String occurrence, Map<String, Object> properties) {

    public Receipt {
        properties = Map.copyOf(properties);
    }

    public static Receipt of(Receipts.Kind kind, MessageRef message) {
        return new Receipt(kind, message, "", Map.of());
    }

    public static Receipt because(Receipts.Kind kind, MessageRef message, String reason) {
        return new Receipt(kind, message, "", Map.of(Receipts.REASON, reason));
    }

    /** Follows from the message and what is reported, so that a report made twice counts once. */
    String id() {
        if (message.isCall()) {
            return message.messageId() + ":answered";
        }
        String suffix = occurrence.isEmpty() ? "" : ":" + occurrence;
        return message.messageId() + ":" + kind.name().toLowerCase(Locale.ROOT) + suffix;
    }

    /** As the event that goes into the log. */
    public CustomerEvent event(Instant now) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(Receipts.MESSAGE_ID, message.messageId());
        putIfKnown(all, "journey", message.journey());
        putIfKnown(all, "run", message.run());
        putIfKnown(all, "step", message.step());
        all.put("channel", message.channel());
        putIfKnown(all, "template", message.template());
        all.putAll(properties);
        return new CustomerEvent(
                "track",
                name(),
                message.customerId(),
                null,
                null,
                id(),
                now,
                now,
                all,
                null,
                null,
                "channel-dispatch",
                false);
    }

    String name() {
        return message.isCall() ? Receipts.WEBHOOK_ANSWERED : Receipts.eventName(message.channel(), kind);
    }

    private static void putIfKnown(Map<String, Object> properties, String name, String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
