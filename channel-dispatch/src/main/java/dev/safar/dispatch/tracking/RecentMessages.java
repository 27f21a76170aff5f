package dev.safar.dispatch.tracking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The messages a provider has taken lately, by its own ids: for providers whose reports say nothing else. Of this process
 * only, and of the newest so many.
 */
public final class RecentMessages {

    private final Map<String, MessageRef> byProviderId = new LinkedHashMap<>();
    private final int capacity;

    public RecentMessages(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void add(String providerId, MessageRef message) {
        byProviderId.put(providerId, message);
        if (byProviderId.size() > capacity) {
            byProviderId.remove(byProviderId.keySet().iterator().next());
        }
    }

    public synchronized Optional<MessageRef> find(String providerId) {
        return Optional.ofNullable(byProviderId.get(providerId));
    }
}
