package dev.safar.engine.streams;

import dev.safar.core.runtime.Decision;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.Tally;
import dev.safar.engine.state.TallyCodec;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts the runs of a task as they begin and end, in the same transaction as they do. */
final class TallyStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private volatile Tally tally;
    private boolean changed;

    TallyStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        byte[] stored = store.get(StoreKeys.TALLY);
        this.tally = stored == null ? Tally.empty() : TallyCodec.decode(stored);
    }

    /** What has been counted; other threads may ask. */
    Tally tally() {
        return tally;
    }

    void count(List<Decision> decisions) {
        Tally sum = tally;
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Entered entered) {
                changed = true;
                sum = sum.entered(entered.journey().id());
            } else if (decision instanceof Decision.Finished finished) {
                changed = true;
                sum = sum.finished(finished.journey().id(), finished.reason());
            }
        }
        tally = sum;
    }

    /** Writes the tally if it has changed; before the record or slice at hand is done. */
    void save() {
        if (changed) {
            store.put(StoreKeys.TALLY, TallyCodec.encode(tally));
            changed = false;
        }
    }
}
