package dev.safar.engine.streams;

import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Run;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.Place;
import dev.safar.engine.state.StoreKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the stores of this instance's tasks from outside. */
final class LocalCustomers {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    LocalCustomers(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    Optional<Customer> find(String id) {
        return Optional.ofNullable(store.get(StoreKeys.customer(id)))
                .map(stored -> CustomerCodec.decode(stored).customer());
    }

    Census census() {
        Map<JourneyId, Long> running = new HashMap<>();
        Map<Place, Long> places = new HashMap<>();
        long customers = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.range(StoreKeys.CUSTOMERS_FROM, StoreKeys.CUSTOMERS_TO)) {
            while (all.hasNext()) {
                customers++;
                for (Run run : CustomerCodec.decode(all.next().value).customer().runs()) {
                    if (run.live()) {
                        running.merge(run.journey().id(), 1L, Long::sum);
                        places.merge(new Place(run.journey(), run.step()), 1L, Long::sum);
                    }
                }
            }
        }
        return new Census(customers, running, places);
    }
}
