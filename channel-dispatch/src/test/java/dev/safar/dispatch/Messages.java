package dev.safar.dispatch;

import dev.safar.contracts.MessageCommand;
import java.time.Instant;
import java.util.Map;

/** Messages for tests. */
public final class Messages {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Messages() {}

    /** An e-mail for ada with everything set but {@code notAfter}. */
    public static MessageCommand email(String messageId) {
        return message(messageId, "ada", "email", "ada@example.com", null);
    }

    public static MessageCommand message(
            String messageId, String customerId, String channel, String to, Instant notAfter) {
        return new MessageCommand(
                messageId,
                customerId,
                "abandoned-cart",
                "0123456789ab",
                "run-1",
                "cart-reminder",
                channel,
                "reminder",
                "v1",
                to,
                "en",
                Map.of("customer", Map.of("first_name", "Ada")),
                NOON,
                NOON,
                notAfter,
                -1,
                -1);
    }

    /** A call of another system. */
    public static MessageCommand call(String messageId, Instant notAfter) {
        return call(messageId, "https://shop.example/hook", notAfter);
    }

    public static MessageCommand call(String messageId, String url, Instant notAfter) {
        return new MessageCommand(
                messageId,
                "ada",
                "abandoned-cart",
                "0123456789ab",
                "run-1",
                "cart-reminder",
                "webhook",
                null,
                null,
                url,
                null,
                Map.of("order", "o-1"),
                NOON,
                NOON,
                notAfter,
                -1,
                -1);
    }

    public static MessageCommand localized(MessageCommand message, String locale, Map<String, Object> variables) {
        return changed(message, message.template(), locale, variables, message.requestedAt());
    }

    public static MessageCommand withTemplate(MessageCommand message, String template) {
        return changed(message, template, message.locale(), message.variables(), message.requestedAt());
    }

    public static MessageCommand requestedAt(MessageCommand message, Instant requestedAt) {
        return changed(message, message.template(), message.locale(), message.variables(), requestedAt);
    }

    private static MessageCommand changed(
            MessageCommand message,
            String template,
            String locale,
            Map<String, Object> variables,
            Instant requestedAt) {
        return new MessageCommand(
                message.messageId(),
                message.customerId(),
                message.journey(),
                message.version(),
                message.run(),
                message.step(),
                message.channel(),
                template,
                message.templateVersion(),
                message.to(),
                locale,
                variables,
                requestedAt,
                message.dueAt(),
                message.notAfter(),
                message.tickPartition(),
                message.tickOffset());
    }
}
