package dev.safar.engine.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/** What the brokers hold of one partition: the events, and what the engine has committed of it. */
final class SimulatedPartition {

    private final int number;
    private final SimulatedLog log = new SimulatedLog();
    private final TreeMap<Bytes, byte[]> state = new TreeMap<>();
    private final List<Output> outbox = new ArrayList<>();
    private long position;
    private SimulatedTask owner;

    SimulatedPartition(int number) {
        this.number = number;
    }

    /** A new task at the last commit; from now on every other one of this partition is fenced. */
    SimulatedTask open(EngineParts parts, TaskTools tools) {
        owner = new SimulatedTask(this, parts, tools);
        return owner;
    }

    /** Nobody works on it any more. */
    void release(SimulatedTask task) {
        if (isOwnedBy(task)) {
            owner = null;
        }
    }

    boolean isOwnedBy(SimulatedTask task) {
        return owner == task;
    }

    boolean isUnowned() {
        return owner == null;
    }

    /** Takes over what a task has done since the last commit: all of it, or the task is fenced and nothing counts. */
    void commit(SimulatedTask task) {
        if (!isOwnedBy(task)) {
            throw new IllegalStateException("a fenced task can't commit");
        }
        task.store().written().forEach((key, value) -> {
            if (value == null) {
                state.remove(key);
            } else {
                state.put(key, value);
            }
        });
        outbox.addAll(task.outputs());
        position = task.position();
        task.store().written().clear();
        task.outputs().clear();
    }

    int number() {
        return number;
    }

    SimulatedLog log() {
        return log;
    }

    /** The next record to be processed after the last commit. */
    long position() {
        return position;
    }

    /** The committed content of the store, on its own. */
    MemoryStore state() {
        return new MemoryStore(state);
    }

    /** All that was ever committed, in its order. */
    List<Output> outbox() {
        return outbox;
    }
}
