package dev.safar.standalone.audit;

import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.dispatch.ledger.LedgerEntry.Status;
import java.time.Instant;
import java.util.Map;

/** Records of the logs, as tests need them. */
final class Commands {

    static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");

    private Commands() {}

    /** A message of ada's run that a tick of partition 1 set off; an event did if that is negative. */
    static MessageCommand message(String id, long tick) {
        return new MessageCommand(
                id,
                "ada",
                "cart",
                "v1",
                "run-1",
                "send-1",
                "email",
                "hello",
                "t1",
                "ada@example.com",
                "en",
                Map.of(),
                T0,
                T0,
                null,
                tick < 0 ? -1 : 1,
                tick);
    }

    static DecisionRecord decision(String type, String messageId, Map<String, Object> details) {
        return new DecisionRecord(
                T0, "ada", "cart", "v1", "run-1", type, "send-1", "email", "hello", messageId, null, details);
    }

    static DecisionRecord entered(String version, Map<String, Object> details) {
        return new DecisionRecord(
                T0, "ada", "cart", version, "run-1", "entered", "send-1", null, null, null, null, details);
    }

    static LedgerEntry entry(String messageId, Status status, String provider) {
        return new LedgerEntry(messageId, Topics.MESSAGES_EMAIL, 1, 0, status, provider, null, null, null, null, T0);
    }

    static Position email(long offset) {
        return new Position(Topics.MESSAGES_EMAIL, 1, offset);
    }
}
