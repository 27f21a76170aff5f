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

    /** As the engine writes it. */
    static DecisionRecord entered(String journey, String run, String key, Instant at) {
        return new DecisionRecord(
                at,
                "ada",
                journey,
                "v1",
                run,
                "entered",
                null,
                null,
                null,
                null,
                null,
                Map.of("key", key, "started_at", at.toString()));
    }

    static MessageCommand message(
            String id, String channel, String template, Map<String, Object> variables, Instant dueAt) {
        return message(id, new RunRef("post-purchase", "r1"), channel, template, variables, dueAt);
    }

    static MessageCommand message(String id, String journey, String channel, String template, Instant dueAt) {
        return message(id, new RunRef(journey, "r1"), channel, template, Map.of(), dueAt);
    }

    /** An e-mail of a post-purchase run. */
    static MessageCommand email(String id, String run, String template, Instant dueAt) {
        return message(id, new RunRef("post-purchase", run), "email", template, Map.of(), dueAt);
    }

    private record RunRef(String journey, String run) {}

    private static MessageCommand message(
            String id, RunRef run, String channel, String template, Map<String, Object> variables, Instant dueAt) {
        return new MessageCommand(
                id,
                "ada",
                run.journey(),
                "v1",
                run.run(),
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
