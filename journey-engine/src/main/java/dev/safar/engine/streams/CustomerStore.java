package dev.safar.engine.streams;

import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Customers in the store, the last used ones decoded in front of it. What has changed is written once for each commit, so
 * that a burst of one customer's events costs one record.
 */
final class CustomerStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final int limit;
    private final Map<String, Held> decoded;
    private final Map<String, Held> unwritten = new HashMap<>();

    /**
     * A customer at hand.
     *
     * @param atMost bytes that the record can have
     */
    record Held(StoredCustomer customer, int atMost) {}

    CustomerStore(KeyValueStore<Bytes, byte[]> store, int cached) {
        this.store = store;
        this.limit = cached;
        this.decoded = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
                return size() > cached;
            }
        };
    }

    /** The customer of this id; one of whom nothing is known where there is none yet. */
    Held get(String id) {
        Held known = decoded.get(id);
        if (known != null) {
            return known;
        }
        Held held = unwritten.get(id);
        if (held == null) {
            held = read(id);
        }
        decoded.put(id, held);
        return held;
    }

    private Held read(String id) {
        byte[] stored = store.get(StoreKeys.customer(id));
        return stored == null ? new Held(StoredCustomer.unknown(id), 2 * id.length()) : held(stored);
    }

    private static Held held(byte[] stored) {
        return new Held(CustomerCodec.decode(stored), stored.length);
    }

    /**
     * The first customers after this one in the order of their keys, of those who have been written at least once; the cache keeps those
     * that are in use. Each is decoded when asked for, since that takes far longer than finding them. They are
     * as they are now: a customer of this list must not change otherwise before it has been asked for.
     */
    List<Supplier<Held>> after(String id, int most) {
        List<Supplier<Held>> customers = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.range(StoreKeys.customersAfter(id), StoreKeys.CUSTOMERS_TO)) {
            while (customers.size() < most && all.hasNext()) {
                KeyValue<Bytes, byte[]> stored = all.next();
                Held changed = unwritten.get(StoreKeys.idOf(stored.key));
                customers.add(changed == null ? () -> held(stored.value) : () -> changed);
            }
        }
        return customers;
    }

    /** Whether there has never been a customer. */
    boolean isEmpty() {
        return after("", 1).isEmpty();
    }

    /** Takes a customer who has changed; writes at the next commit, or before there are too many. */
    void put(Held changed) {
        String id = changed.customer().customer().id();
        decoded.replace(id, changed);
        unwritten.put(id, changed);
        if (unwritten.size() >= limit) {
            write();
        }
    }

    /** Writes what has changed; before a commit, and before all who are known are gone through. */
    void write() {
        for (Held held : unwritten.values()) {
            String id = held.customer().customer().id();
            byte[] encoded = CustomerCodec.encode(held.customer());
            store.put(StoreKeys.customer(id), encoded);
            decoded.replace(id, new Held(held.customer(), encoded.length));
        }
        unwritten.clear();
    }

    /** Forgets what is decoded of a customer; what it was decoded from is there still. */
    void evict(String id) {
        decoded.remove(id);
    }
}
