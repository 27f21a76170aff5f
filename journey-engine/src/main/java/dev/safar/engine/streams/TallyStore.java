package dev.safar.engine.streams;

import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Run;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.Tally;
import dev.safar.engine.state.TallyCodec;
import java.util.HashMap;
import java.util.Map;
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

    void count(Transition transition) {
        Tally sum = tally;
        for (Decision decision : transition.decisions()) {
            if (decision instanceof Decision.Entered entered) {
                changed = true;
                sum = sum.entered(entered.journey().id());
            } else if (decision instanceof Decision.Finished finished) {
                changed = true;
                sum = sum.finished(finished.journey().id(), finished.reason());
            }
        }
        tally = recount(
                sum, transition.before().customer(), transition.customer().customer());
    }

    /** From the customers and not from the decisions: a run that is lost without one shows. */
    private Tally recount(Tally sum, Customer before, Customer after) {
        if (before.runs().equals(after.runs())) {
            return sum;
        }
        Map<JourneyId, Long> difference = new HashMap<>();
        add(before, -1, difference);
        add(after, 1, difference);
        Tally counted = sum;
        for (Map.Entry<JourneyId, Long> journey : difference.entrySet()) {
            if (journey.getValue() != 0) {
                changed = true;
                counted = counted.waiting(journey.getKey(), journey.getValue());
            }
        }
        return counted;
    }

    private static void add(Customer customer, long sign, Map<JourneyId, Long> difference) {
        for (Run run : customer.runs()) {
            if (run.live()) {
                difference.merge(run.journey().id(), sign, Long::sum);
            }
        }
    }

    /** Writes the tally if it has changed; before the record or slice at hand is done. */
    void save() {
        if (changed) {
            store.put(StoreKeys.TALLY, TallyCodec.encode(tally));
            changed = false;
        }
    }
}
