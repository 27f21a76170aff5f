package dev.safar.dispatch.lane;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Which messages are no longer wanted, by partition; of each partition the newest so many. */
final class Retractions {

    private static final Logger LOG = Logger.getLogger(Retractions.class.getName());

    private final Map<Integer, Set<String>> byPartition = new HashMap<>();
    private final int capacity;

    Retractions(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(int partition, String messageId) {
        Set<String> retracted = byPartition.computeIfAbsent(partition, any -> new LinkedHashSet<>());
        retracted.add(messageId);
        if (retracted.size() > capacity) {
            retracted.remove(retracted.iterator().next());
            LOG.log(Level.WARNING, "more than {0} retractions in partition {1}", new Object[] {capacity, partition});
        }
    }

    synchronized boolean contains(int partition, String messageId) {
        return byPartition.getOrDefault(partition, Set.of()).contains(messageId);
    }

    synchronized void forget(int partition) {
        byPartition.remove(partition);
    }
}
