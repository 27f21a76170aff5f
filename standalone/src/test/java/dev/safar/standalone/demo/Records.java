package dev.safar.standalone.demo;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import java.time.Instant;
import java.util.Map;

/** Records as the topics hold them, all of the customer ada and the run r1. */
final class Records {

    private Records() {}

    static CustomerEvent event(String name, String messageId, Map<String, Object> properties, Instant at) {
        return new CustomerEvent(
                "track", name, "ada", "ada", null, messageId, at, at, properties, Map.of(), Map.of(), "test", false);
    }

    static CustomerEvent receipt(String name, String message, Instant at) {
        return event(name, name + " " + message, Map.of("message_id", message), at);
    }

    static DecisionRecord decision(String type, String journey, String reason, Instant at) {
        return new DecisionRecord(at, "ada", journey, "v1", "r1", type, null, null, null, null, reason, Map.of());
    }

    static MessageCommand message(
            String id, String channel, String template, Map<String, Object> variables, Instant dueAt) {
        return message(id, "post-purchase", channel, template, variables, dueAt);
    }

    static MessageCommand message(String id, String journey, String channel, String template, Instant dueAt) {
        return message(id, journey, channel, template, Map.of(), dueAt);
    }

    private static MessageCommand message(
            String id, String journey, String channel, String template, Map<String, Object> variables, Instant dueAt) {
        return new MessageCommand(
                id,
                "ada",
                journey,
                "v1",
                "r1",
                template,
                channel,
                template,
                "v1",
                "ada@mail.example",
                "en",
                variables,
                dueAt,
                dueAt,
                null,
                0,
                0);
    }
}
