package dev.safar.engine.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A task's store as it is between two commits: what was committed, and what has been written since. */
class MemoryStore implements KeyValueStore<Bytes, byte[]>, BeforeCommit {

    private final TreeMap<Bytes, byte[]> content;
    private final Map<Bytes, byte[]> written = new HashMap<>();
    private int writesUntilFailure = Integer.MAX_VALUE;
    private Runnable keptBack = () -> {};

    MemoryStore(SortedMap<Bytes, byte[]> committed) {
        content = new TreeMap<>(committed);
    }

    /** What was written since the last commit; no value where something was deleted. */
    Map<Bytes, byte[]> written() {
        return written;
    }

    @Override
    public void beforeCommit(Runnable write) {
        keptBack = write;
    }

    /** A commit is about to come. */
    void prepare() {
        keptBack.run();
    }

    /** So many writes succeed, then one fails, as on a full disk. */
    void failAfter(int writes) {
        writesUntilFailure = writes;
    }

    @Override
    public void put(Bytes key, byte[] value) {
        if (writesUntilFailure-- <= 0) {
            throw new KafkaException("no space left");
        }
        if (value == null) {
            content.remove(key);
        } else {
            content.put(key, value);
        }
        written.put(key, value);
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        byte[] before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
        byte[] before = get(key);
        put(key, null);
        return before;
    }

    @Override
    public byte[] get(Bytes key) {
        return content.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return from.compareTo(to) > 0
                ? new Snapshot(new TreeMap<>())
                : new Snapshot(content.subMap(from, true, to, true));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Snapshot(content);
    }

    @Override
    public long approximateNumEntries() {
        return content.size();
    }

    @Override
    public String name() {
        return JourneyTopology.CUSTOMERS;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {}

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** Like an iterator of RocksDB, it doesn't see what is written while it is open. */
    private static final class Snapshot implements KeyValueIterator<Bytes, byte[]> {

        private final Iterator<KeyValue<Bytes, byte[]>> entries;

        Snapshot(SortedMap<Bytes, byte[]> content) {
            List<KeyValue<Bytes, byte[]>> copied = new ArrayList<>(content.size());
            content.forEach((key, value) -> copied.add(KeyValue.pair(key, value)));
            entries = copied.iterator();
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            return entries.next();
        }

        @Override
        public Bytes peekNextKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
