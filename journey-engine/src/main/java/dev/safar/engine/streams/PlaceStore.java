package dev.safar.engine.streams;

import dev.safar.core.runtime.Run;
import dev.safar.engine.state.Place;
import dev.safar.engine.state.PlaceCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts where the runs of a task wait, in the same transaction as they move. A record for each place, so that a move costs two small ones
 * however many journeys there are.
 */
final class PlaceStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Place, Long> waiting = new ConcurrentHashMap<>();
    private final Set<Place> changed = new HashSet<>();

    PlaceStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> places = store.range(StoreKeys.PLACES_FROM, StoreKeys.PLACES_TO)) {
            while (places.hasNext()) {
                PlaceCodec.Counted counted = PlaceCodec.decode(places.next().value);
                waiting.put(counted.place(), counted.waiting());
            }
        }
    }

    /** How many runs wait where; other threads may ask. */
    Map<Place, Long> waiting() {
        return Map.copyOf(waiting);
    }

    void count(Transition transition) {
        StoredCustomer before = transition.before();
        if (before.countedByStep()
                && before.customer()
                        .runs()
                        .equals(transition.customer().customer().runs())) {
            return;
        }
        if (before.countedByStep()) {
            add(before, -1);
        }
        add(transition.customer(), 1);
    }

    private void add(StoredCustomer customer, long difference) {
        for (Run run : customer.customer().runs()) {
            if (run.live()) {
                Place place = new Place(run.journey(), run.step());
                waiting.merge(place, difference, Long::sum);
                changed.add(place);
            }
        }
    }

    /** Writes what has changed; before the record or slice at hand is done. */
    void save() {
        for (Place place : changed) {
            long count = waiting.getOrDefault(place, 0L);
            if (count == 0) {
                waiting.remove(place);
                store.delete(StoreKeys.place(place));
            } else {
                store.put(StoreKeys.place(place), PlaceCodec.encode(place, count));
            }
        }
        changed.clear();
    }
}
