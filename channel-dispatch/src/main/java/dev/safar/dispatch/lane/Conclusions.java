package dev.safar.dispatch.lane;

import dev.safar.dispatch.ledger.LedgerEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How messages ended of which the next tenure's ledger may not tell, since their own tenure ended first; of all partitions
 * of a process the newest so many.
 */
final class Conclusions {

    private final Map<String, LedgerEntry> byMessage = new LinkedHashMap<>();
    private final int capacity;

    Conclusions(int capacity) {
        this.capacity = capacity;
    }

    synchronized void keep(LedgerEntry entry) {
        byMessage.put(entry.messageId(), entry);
        if (byMessage.size() > capacity) {
            byMessage.remove(byMessage.keySet().iterator().next());
        }
    }

    synchronized Optional<LedgerEntry> find(String messageId) {
        return Optional.ofNullable(byMessage.get(messageId));
    }

    synchronized void forget(String messageId) {
        byMessage.remove(messageId);
    }
}
