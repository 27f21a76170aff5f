package dev.safar.standalone.audit;

/** What to do where a guarantee is broken. */
final class Remedies {

    private Remedies() {}

    static String of(Guarantee guarantee) {
        return switch (guarantee) {
            case APPLIED_ONCE ->
                "where events are not processed: see that the engine runs, is not paused, and what its log says. Otherwise keep"
                        + " the topics as they are and stop retention on them; compare the customer's record with the event at that"
                        + " position. Were offsets reset, topics made anew, or an unclean leader elected?";
            case ASKED_ONCE, DECIDED ->
                "look who else writes to messages.* or decisions: only the engine may; give it that right alone.";
            case SENT_ONCE ->
                "look in the dispatch ledger for the attempts of that message, and whether its provider knows keys that"
                        + " make a repeated call harmless.";
            case NOT_CANCELLED ->
                "keep the topics; this must not happen. The scenario of that customer's events would repeat it.";
            case BALANCED -> "keep the topics; runs were lost or made up. The decisions of that journey say which.";
            case NOTHING_OVERDUE ->
                "see that ticks come and the engine fires (its log, its dead letters); if it has only just caught up, audit"
                        + " again in a minute.";
            case SEEN_THROUGH ->
                "look at the log of dispatch for that message, and whether somebody moved the offsets of its group.";
        };
    }
}
