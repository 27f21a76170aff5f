package dev.safar.engine.streams;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The views of a task's one store. */
record TaskStores(
        CustomerStore customers, TimerIndex timers, TallyStore tallies, PlaceStore places, SweepStore sweeps) {

    /** Writes what has been kept back; before each commit. */
    void write() {
        customers.write();
        tallies.write();
        places.write();
        sweeps.save();
    }

    static TaskStores over(KeyValueStore<Bytes, byte[]> store, EngineLimits limits) {
        return new TaskStores(
                new CustomerStore(store, limits.cachedCustomers()),
                new TimerIndex(store),
                new TallyStore(store),
                new PlaceStore(store),
                new SweepStore(store));
    }
}
