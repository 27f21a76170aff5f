package dev.safar.engine.streams;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/** A store that says when a commit is about to come, so that what was kept back can be written in the same transaction. */
interface BeforeCommit {

    /**
     * Says what to write.
     *
     * @param write is called on the task's thread before each of its commits, in place of what was given before
     */
    void beforeCommit(Runnable write);

    /**
     * The one behind a store as processors get it.
     *
     * @throws IllegalStateException if the store is not made to say so
     */
    static BeforeCommit of(StateStore store) {
        if (store instanceof BeforeCommit direct) {
            return direct;
        }
        BeforeCommit inner =
                store instanceof WrappedStateStore<?, ?, ?> wrapped ? wrapped.findInner(CommitStore.class) : null;
        if (inner == null) {
            throw new IllegalStateException("the store " + store.name() + " does not say when a commit comes");
        }
        return inner;
    }
}
