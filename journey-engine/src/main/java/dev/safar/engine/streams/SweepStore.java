package dev.safar.engine.streams;

import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.Sweeps;
import dev.safar.engine.state.SweepsCodec;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Where a task's sweeps stand, in the same transaction as what they do. */
final class SweepStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private Sweeps sweeps;
    private Sweeps saved;

    SweepStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        byte[] stored = store.get(StoreKeys.SWEEPS);
        this.sweeps = stored == null ? Sweeps.NONE : SweepsCodec.decode(stored);
        this.saved = sweeps;
    }

    Sweeps sweeps() {
        return sweeps;
    }

    void set(Sweeps changed) {
        sweeps = changed;
    }

    /**
     * Takes note of the version that events are decided by from now on. Whoever has one is in line with it, and those in line with another are not
     * all of them any more: going back to that one takes a sweep too.
     */
    void decideBy(String workspace) {
        if (!sweeps.inLineWith().equals(workspace)) {
            sweeps = sweeps.withInLine(Sweeps.NOBODY_KNOWS);
        }
    }

    /** Writes where they stand; before a commit. */
    void save() {
        if (!sweeps.equals(saved)) {
            store.put(StoreKeys.SWEEPS, SweepsCodec.encode(sweeps));
            saved = sweeps;
        }
    }
}
