package dev.safar.benchmarks.contender;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Who is due when: an index by time, read from where it was last left. */
final class CartTimers {

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<Bytes, byte[]> store;
    private long passed;

    /** A customer who is due. */
    record Entry(long millis, String customer) {}

    CartTimers(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void move(String customer, CartState before, CartState after) {
        if (before.dueAt() == after.dueAt()) {
            return;
        }
        if (before.dueAt() != 0) {
            store.delete(key(before.dueAt(), customer));
        }
        if (after.dueAt() != 0) {
            store.put(key(after.dueAt(), customer), PRESENT);
            passed = Math.min(passed, after.dueAt());
        }
    }

    List<Entry> due(long now, int limit) {
        List<Entry> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(key(passed, ""), key(now + 1, ""))) {
            while (due.size() < limit && entries.hasNext()) {
                due.add(entry(entries.next().key));
            }
        }
        passed = due.size() < limit ? now : due.get(due.size() - 1).millis();
        return due;
    }

    private static Bytes key(long millis, String customer) {
        byte[] name = customer.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(millis)
                .put(name)
                .array());
    }

    private static Entry entry(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        long millis = bytes.getLong();
        return new Entry(millis, StandardCharsets.UTF_8.decode(bytes).toString());
    }
}
