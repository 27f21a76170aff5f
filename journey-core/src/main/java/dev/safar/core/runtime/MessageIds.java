package dev.safar.core.runtime;

import java.util.ArrayList;
import java.util.List;

/** The last message ids of a customer, as 64-bit hashes: enough to know a repeated call again. */
final class MessageIds {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private MessageIds() {}

    /** An event without an id is never a repetition. */
    static boolean seen(List<Long> recent, String messageId) {
        return !messageId.isEmpty() && recent.contains(hash(messageId));
    }

    static List<Long> remember(List<Long> recent, String messageId) {
        if (messageId.isEmpty()) {
            return recent;
        }
        List<Long> all = new ArrayList<>(recent);
        all.add(hash(messageId));
        return all.subList(Math.max(0, all.size() - Customer.MESSAGE_ID_LIMIT), all.size());
    }

    private static long hash(String messageId) {
        long hash = FNV_BASIS;
        for (int i = 0; i < messageId.length(); i++) {
            hash = (hash ^ messageId.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
