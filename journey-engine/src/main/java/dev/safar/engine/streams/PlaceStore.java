package dev.safar.engine.streams;

import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Run;
import dev.safar.engine.state.Place;
import dev.safar.engine.state.PlaceCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts where the runs of a task wait, in the same transaction as they move. A record for each place that has changed. */
final class PlaceStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Place, Long> waiting = new HashMap<>();
    private final Set<Place> changed = new HashSet<>();
    private volatile Map<Place, Long> written;

    PlaceStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> places = store.range(StoreKeys.PLACES_FROM, StoreKeys.PLACES_TO)) {
            while (places.hasNext()) {
                PlaceCodec.Counted counted = PlaceCodec.decode(places.next().value);
                waiting.put(counted.place(), counted.waiting());
            }
        }
        written = Map.copyOf(waiting);
    }

    /** How many runs waited where at the last commit; other threads may ask. */
    Map<Place, Long> waiting() {
        return written;
    }

    void count(Transition transition) {
        StoredCustomer before = transition.before();
        Customer after = transition.customer().customer();
        if (before.countedByStep()) {
            LiveRuns.ofOnly(before.customer(), after, run -> add(run, -1));
            LiveRuns.ofOnly(after, before.customer(), run -> add(run, 1));
        } else {
            after.runs().stream().filter(Run::live).forEach(run -> add(run, 1));
        }
    }

    private void add(Run run, long difference) {
        Place place = new Place(run.journey(), run.step());
        waiting.merge(place, difference, Long::sum);
        changed.add(place);
    }

    /** Writes what has changed; before a commit. */
    void write() {
        if (changed.isEmpty()) {
            return;
        }
        for (Place place : changed) {
            long count = waiting.getOrDefault(place, 0L);
            if (count == 0) {
                waiting.remove(place);
                store.put(StoreKeys.place(place), null); // unlike a deletion, this does not look up what was there
            } else {
                store.put(StoreKeys.place(place), PlaceCodec.encode(place, count));
            }
        }
        changed.clear();
        written = Map.copyOf(waiting);
    }
}
