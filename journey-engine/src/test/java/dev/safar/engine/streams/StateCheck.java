package dev.safar.engine.streams;

import dev.safar.core.model.Workspace;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.state.Tally;
import dev.safar.engine.state.TallyCodec;
import dev.safar.engine.streams.SimulatedLog.Content;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Holds a committed store against itself: what must be true after any commit, whatever has happened. */
final class StateCheck {

    private final SimulatedPartition partition;
    private final MemoryStore store;
    private final List<String> problems = new ArrayList<>();

    private StateCheck(SimulatedPartition partition) {
        this.partition = partition;
        this.store = partition.state();
    }

    static List<String> of(SimulatedPartition partition) {
        var check = new StateCheck(partition);
        check.counts();
        check.timers();
        return check.problems;
    }

    /** Once all is calm, everybody has been brought in line with the workspace that is current. */
    static List<String> inLine(SimulatedPartition partition, Workspace workspace) {
        var check = new StateCheck(partition);
        customers(check.store)
                .forEach((id, customer) -> check.expect(
                        customer.customer().arranged().equals(workspace.version()),
                        id + " is in line with " + customer.customer().arranged()));
        return check.problems;
    }

    /** Customers by id. */
    static Map<String, StoredCustomer> customers(MemoryStore store) {
        Map<String, StoredCustomer> customers = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.range(StoreKeys.CUSTOMERS_FROM, StoreKeys.CUSTOMERS_TO)) {
            while (all.hasNext()) {
                StoredCustomer customer = CustomerCodec.decode(all.next().value);
                customers.put(customer.customer().id(), customer);
            }
        }
        return customers;
    }

    static Tally tally(MemoryStore store) {
        byte[] tally = store.get(StoreKeys.TALLY);
        return tally == null ? Tally.empty() : TallyCodec.decode(tally);
    }

    private void counts() {
        Census census = new LocalCustomers(store).census();
        Map<Object, Long> waiting = new HashMap<>();
        tally(store).journeys().forEach((journey, counts) -> {
            if (counts.waiting() != 0) {
                waiting.put(journey, counts.waiting());
            }
            expect(counts.unaccounted() == 0, journey + ": entered is not waiting + finished: " + counts);
        });
        expect(waiting.equals(census.running()), "counted " + waiting + " waiting, there are " + census.running());
        var places = new PlaceStore(store).waiting();
        expect(places.equals(census.places()), "counted " + places + " at steps, there are " + census.places());
    }

    /** Each customer has the one entry that is written down, none else, and none too late. */
    private void timers() {
        Map<String, Long> entries = entries();
        byte[] stored = store.get(StoreKeys.WATERMARK);
        long watermark = stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
        long nextTick = latestTick() + 1;
        customers(store).forEach((id, customer) -> {
            Long entry = entries.remove(id);
            long written = customer.indexedDue().orElse(-1);
            expect(
                    written == (entry == null ? -1 : entry),
                    id + " stands at " + entry + " in the timer index, not at " + written);
            customer.customer().nextDue().ifPresent(due -> {
                long latest = Math.max(Timers.ceilMillis(due), nextTick);
                expect(
                        entry != null && entry >= watermark && entry <= latest,
                        id + " is due at " + due + " and stands at " + entry);
            });
        });
        expect(entries.isEmpty(), "the timer index holds others: " + entries);
    }

    private Map<String, Long> entries() {
        Map<String, Long> entries = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.range(StoreKeys.timersFrom(0), StoreKeys.TIMERS_TO)) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                String customer = StoreKeys.customerOf(entry.key);
                Long other = entries.put(customer, StoreKeys.timeOf(entry.key));
                expect(other == null, customer + " has two entries in the timer index");
            }
        }
        return entries;
    }

    private long latestTick() {
        long latest = 0;
        for (SimulatedLog.Entry entry : partition.log().entries()) {
            if (entry.offset() < partition.position() && entry.content() instanceof Content.Time tick) {
                latest = Math.max(latest, tick.at().toEpochMilli());
            }
        }
        return latest;
    }

    private void expect(boolean fact, String otherwise) {
        if (!fact) {
            problems.add("partition " + partition.number() + ": " + otherwise);
        }
    }
}
