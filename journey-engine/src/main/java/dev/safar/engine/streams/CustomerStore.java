package dev.safar.engine.streams;

import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Customers in the store, the last used ones decoded in front of it. Written through; dropped when anything goes wrong. */
final class CustomerStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<String, StoredCustomer> decoded;

    CustomerStore(KeyValueStore<Bytes, byte[]> store, int cached) {
        this.store = store;
        this.decoded = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, StoredCustomer> eldest) {
                return size() > cached;
            }
        };
    }

    /** The customer of this id; one of whom nothing is known where there is none yet. */
    StoredCustomer get(String id) {
        StoredCustomer known = decoded.get(id);
        if (known != null) {
            return known;
        }
        byte[] stored = store.get(StoreKeys.customer(id));
        StoredCustomer customer = stored == null ? StoredCustomer.unknown(id) : CustomerCodec.decode(stored);
        decoded.put(id, customer);
        return customer;
    }

    /** The first customers after this one in the order of their keys; the cache keeps those that are in use. */
    List<StoredCustomer> after(String id, int limit) {
        List<StoredCustomer> customers = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.range(StoreKeys.customersAfter(id), StoreKeys.CUSTOMERS_TO)) {
            while (customers.size() < limit && all.hasNext()) {
                customers.add(CustomerCodec.decode(all.next().value));
            }
        }
        return customers;
    }

    /**
     * Writes a customer.
     *
     * @param encoded the same, as bytes
     */
    void put(StoredCustomer customer, byte[] encoded) {
        String id = customer.customer().id();
        store.put(StoreKeys.customer(id), encoded);
        decoded.replace(id, customer);
    }

    /** Forgets what is decoded of a customer; the store still has it. */
    void evict(String id) {
        decoded.remove(id);
    }
}
