package dev.safar.engine.streams;

import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Run;
import dev.safar.core.runtime.RunDecision;
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
    private final Map<JourneyId, Counting> counting = new HashMap<>();
    private volatile Tally written;
    private boolean changed;

    TallyStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        byte[] stored = store.get(StoreKeys.TALLY);
        this.written = stored == null ? Tally.empty() : TallyCodec.decode(stored);
        written.journeys().forEach((journey, counts) -> counting.put(journey, new Counting(counts)));
    }

    /** What had been counted at the last commit; other threads may ask. */
    Tally tally() {
        return written;
    }

    /** Who waits is counted from the customers and not from the decisions: a run that is lost without one shows. */
    void count(Transition transition) {
        for (Decision decision : transition.decisions()) {
            if (decision instanceof RunDecision.Entered entered) {
                of(entered.journey().id()).entered++;
            } else if (decision instanceof RunDecision.Finished finished) {
                of(finished.journey().id()).finished.merge(finished.reason(), 1L, Long::sum);
            }
        }
        LiveRuns.ofOnly(transition.before().customer(), transition.customer().customer(), this::leaves);
        LiveRuns.ofOnly(transition.customer().customer(), transition.before().customer(), this::arrives);
    }

    private void leaves(Run run) {
        of(run.journey().id()).waiting--;
    }

    private void arrives(Run run) {
        of(run.journey().id()).waiting++;
    }

    /** Writes what has changed; before a commit. */
    void write() {
        if (changed) {
            Map<JourneyId, Tally.Counts> counts = new HashMap<>();
            counting.forEach((journey, of) -> counts.put(journey, of.counts()));
            written = new Tally(counts);
            store.put(StoreKeys.TALLY, TallyCodec.encode(written));
            changed = false;
        }
    }

    private Counting of(JourneyId journey) {
        changed = true;
        return counting.computeIfAbsent(
                journey, unknown -> new Counting(Tally.empty().of(unknown)));
    }

    /** The runs of one journey, while they are counted. */
    private static final class Counting {

        private final Map<String, Long> finished;
        private long entered;
        private long waiting;

        Counting(Tally.Counts counts) {
            this.entered = counts.entered();
            this.waiting = counts.waiting();
            this.finished = new HashMap<>(counts.finished());
        }

        Tally.Counts counts() {
            return new Tally.Counts(entered, waiting, finished);
        }
    }
}
