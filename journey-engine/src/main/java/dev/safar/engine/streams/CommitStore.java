package dev.safar.engine.streams;

import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * The store of a task, which lets the task write what it has kept back before each commit. Kafka Streams empties its own record caches at
 * that point; there is no public way to be asked, so this class takes part as such a cache.
 */
final class CommitStore extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
        implements KeyValueStore<Bytes, byte[]>, BeforeCommit {

    private Runnable write = () -> {};
    private InternalProcessorContext<?, ?> context;

    CommitStore(KeyValueStore<Bytes, byte[]> inner) {
        super(inner);
    }

    @Override
    public void init(StateStoreContext initial, StateStore root) {
        if (!(initial instanceof InternalProcessorContext<?, ?> known)) {
            throw new IllegalStateException("not a context of Kafka Streams: " + initial.getClass());
        }
        context = known;
        write = () -> {}; // what a task kept back that has failed is gone with it
        super.init(initial, root);
    }

    @Override
    public void beforeCommit(Runnable action) {
        write = action;
    }

    @Override
    public void flushCache() {
        ProcessorRecordContext current = context.recordContext();
        try {
            // A change is logged with the time of the record at hand, and between two records there is none.
            context.setRecordContext(
                    new ProcessorRecordContext(context.currentSystemTimeMs(), -1, -1, null, new RecordHeaders()));
            write.run();
        } finally {
            context.setRecordContext(current);
        }
        super.flushCache();
    }

    @Override
    public byte[] get(Bytes key) {
        return wrapped().get(key);
    }

    @Override
    public void put(Bytes key, byte[] value) {
        wrapped().put(key, value);
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        return wrapped().putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        wrapped().putAll(entries);
    }

    @Override
    public byte[] delete(Bytes key) {
        return wrapped().delete(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return wrapped().range(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return wrapped().all();
    }

    @Override
    public long approximateNumEntries() {
        return wrapped().approximateNumEntries();
    }
}
