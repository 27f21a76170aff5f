package dev.safar.standalone.audit;

import java.util.HashMap;
import java.util.Map;

/** What a provider itself says it was given: message ids, in whatever order. */
final class Deliveries {

    private final Map<String, Integer> counts = new HashMap<>();

    Deliveries(Iterable<String> messageIds) {
        messageIds.forEach(id -> counts.merge(id, 1, Integer::sum));
    }

    /** Judges what was delivered of the messages of a partition. */
    void judge(Outbox outbox, Verdicts verdicts) {
        for (MessageLine message : outbox.messages()) {
            Integer count = counts.remove(message.id());
            if (count == null) {
                continue;
            }
            if (count == 1) {
                verdicts.note(Guarantee.SENT_ONCE, "deliveries that the provider tells of");
            } else {
                String what = "the provider was given it " + count + " times";
                verdicts.broken(
                        Guarantee.SENT_ONCE,
                        "message " + message.id(),
                        message.position().toString(),
                        what);
            }
        }
    }

    /**
     * Judges the rest, when all partitions have been looked at.
     *
     * @param whole whether the outboxes still have their beginning
     */
    void conclude(boolean whole, Verdicts verdicts) {
        for (String id : counts.keySet()) {
            if (whole) {
                String what = "the provider was given it, and nobody ever asked for it";
                verdicts.broken(Guarantee.SENT_ONCE, "message " + id, "at the provider", what);
            } else {
                verdicts.notJudged(Guarantee.SENT_ONCE, "deliveries of messages that the log no longer has");
            }
        }
        counts.clear();
    }
}
