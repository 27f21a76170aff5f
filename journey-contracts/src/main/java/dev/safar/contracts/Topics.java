package dev.safar.contracts;

import java.util.List;

/** The names of the topics, which are all that the deployables know of each other. */
public final class Topics {

    /** Everything that happens to a customer, keyed by customer id, with ticks in between. */
    public static final String EVENTS = "events";

    public static final String MESSAGES_EMAIL = "messages.email";
    public static final String MESSAGES_SMS = "messages.sms";
    public static final String MESSAGES_PUSH = "messages.push";
    public static final String MESSAGES_INAPP = "messages.inapp";

    /** Calls of other systems, which travel as messages whose address is a URL. */
    public static final String MESSAGES_WEBHOOK = "messages.webhook";

    /** Messages that are queued but no longer wanted. Partitioned like the messages. */
    public static final String RETRACTIONS = "retractions";

    /** Every decision with its reason. */
    public static final String DECISIONS = "decisions";

    /** Journeys, templates and workspaces, compacted, one partition. */
    public static final String DEFINITIONS = "definitions";

    /** What could not be processed, with why. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** What channel-dispatch has attempted and sent, partitioned like the messages. */
    public static final String DISPATCH_LEDGER = "dispatch-ledger";

    private Topics() {}

    /** The outboxes, one a channel. */
    public static List<String> messages() {
        return List.of(MESSAGES_EMAIL, MESSAGES_SMS, MESSAGES_PUSH, MESSAGES_INAPP, MESSAGES_WEBHOOK);
    }

    /** The outbox of a channel by its wire name ({@code email}, {@code sms}, {@code push}, {@code inapp}, {@code webhook}). */
    public static String messages(String channel) {
        return "messages." + channel;
    }
}
