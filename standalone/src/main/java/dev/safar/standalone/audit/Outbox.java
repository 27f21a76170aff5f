package dev.safar.standalone.audit;

import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.ledger.LedgerEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The messages of one partition: held against the decisions that ordered them and against what dispatch noted of them. First all
 * messages, then decisions, then the ledger.
 */
final class Outbox {

    private static final Set<String> ORDERS = Set.of("send", "called");

    private final Map<String, MessageLine> messages = new HashMap<>();
    private final IdSet everywhere;
    private final Horizons horizons;
    private final Verdicts verdicts;

    /** @param everywhere the ids of all partitions that have been looked at */
    Outbox(IdSet everywhere, Horizons horizons, Verdicts verdicts) {
        this.everywhere = everywhere;
        this.horizons = horizons;
        this.verdicts = verdicts;
    }

    void message(MessageCommand command, MessageLine line) {
        String subject = "message " + line.id();
        MessageLine known = messages.get(line.id());
        if (known != null) {
            verdicts.broken(
                    Guarantee.ASKED_ONCE, subject, line.position().toString(), "is already at " + known.position());
        } else if (!everywhere.add(line.id())) {
            String what = "is in another partition too, though customer " + command.customerId() + " has only one";
            verdicts.broken(Guarantee.ASKED_ONCE, subject, line.position().toString(), what);
        } else {
            verdicts.good(Guarantee.ASKED_ONCE);
        }
        messages.putIfAbsent(line.id(), line);
    }

    void decision(DecisionRecord decision, Position at, long appendedAt, boolean early) {
        if (!ORDERS.contains(decision.type())) {
            return;
        }
        MessageLine line = messages.get(decision.messageId());
        if (line != null) {
            line.decide();
        } else if (early) {
            String channel = decision.channel() == null ? "webhook" : decision.channel();
            if (horizons.reaches(Topics.messages(channel), appendedAt)) {
                String what = "was decided on and is not in " + Topics.messages(channel);
                verdicts.broken(Guarantee.DECIDED, "message " + decision.messageId(), at.toString(), what);
            } else {
                verdicts.notJudged(Guarantee.DECIDED, "decisions whose message the log no longer has");
            }
        }
    }

    void ledger(LedgerEntry entry, Position at, long appendedAt) {
        MessageLine line = messages.get(entry.messageId());
        if (line == null) {
            verdicts.note(Guarantee.SEEN_THROUGH, "entries of messages that the log no longer has");
        } else if (line.note(entry, appendedAt)) {
            verdicts.broken(
                    Guarantee.SENT_ONCE,
                    "message " + line.id(),
                    at.toString(),
                    "was taken by the provider a second time, as " + entry.providerId());
        } else if (entry.uncertain()) {
            verdicts.note(Guarantee.SENT_ONCE, "attempts");
        }
    }

    Collection<MessageLine> messages() {
        return messages.values();
    }

    boolean holds(String id) {
        return messages.containsKey(id);
    }

    /**
     * Judges all messages.
     *
     * @param finished per topic of messages, up to where dispatch has finished
     * @param putAside the messages that went to the dead letters
     */
    void conclude(Map<String, Long> finished, Set<Position> putAside) {
        for (MessageLine line : messages.values()) {
            if (line.early()) {
                judgeDecision(line);
                judgeEnd(line, finished.getOrDefault(line.position().topic(), 0L), putAside);
            }
            if (line.status() == LedgerEntry.Status.SENT) {
                verdicts.good(Guarantee.SENT_ONCE);
            }
        }
    }

    private void judgeDecision(MessageLine line) {
        if (line.decided()) {
            verdicts.good(Guarantee.DECIDED);
        } else if (horizons.reaches(Topics.DECISIONS, line.appendedAt())) {
            String what = "no decision asks for it";
            verdicts.broken(
                    Guarantee.DECIDED, "message " + line.id(), line.position().toString(), what);
        } else {
            verdicts.notJudged(Guarantee.DECIDED, "messages whose decision the log no longer has");
        }
    }

    private void judgeEnd(MessageLine line, long finished, Set<Position> putAside) {
        LedgerEntry.Status status = line.status();
        boolean done = status != null
                && (status == LedgerEntry.Status.SHELVED
                        || status == LedgerEntry.Status.SENT
                        || status == LedgerEntry.Status.FAILED
                        || status == LedgerEntry.Status.DROPPED);
        if (done || putAside.contains(line.position())) {
            verdicts.good(Guarantee.SEEN_THROUGH);
            String how = done ? status.name().toLowerCase(Locale.ROOT) : "put aside as dead letters";
            verdicts.note(Guarantee.SEEN_THROUGH, how);
        } else if (line.position().offset() >= finished) {
            verdicts.good(Guarantee.SEEN_THROUGH);
            verdicts.note(Guarantee.SEEN_THROUGH, "still to come");
        } else if (horizons.reaches(Topics.DISPATCH_LEDGER, line.appendedAt())) {
            verdicts.broken(
                    Guarantee.SEEN_THROUGH,
                    "message " + line.id(),
                    line.position().toString(),
                    "dispatch has finished with it, and no entry of the ledger says how it ended");
        } else {
            verdicts.notJudged(Guarantee.SEEN_THROUGH, "messages of whose time the ledger has nothing any more");
        }
    }
}
