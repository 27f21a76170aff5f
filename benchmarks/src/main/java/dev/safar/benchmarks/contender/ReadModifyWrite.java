package dev.safar.benchmarks.contender;

import dev.safar.engine.streams.EngineSettings;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * For every event one value of 400 bytes read, changed and written, with a changelog: what state in Kafka Streams costs before
 * anybody does anything with it. It looks into no event.
 */
class ReadModifyWrite implements Processor<byte[], byte[], Void, Void> {

    private static final String STORE = "values";
    private static final int VALUE_BYTES = 400;

    private KeyValueStore<Bytes, byte[]> store;

    static Contender start(EngineSettings settings) {
        return start(ReadModifyWrite::new, settings);
    }

    static Contender startWithTimers(EngineSettings settings) {
        return start(TimerMove::new, settings);
    }

    private static Contender start(Supplier<ReadModifyWrite> processor, EngineSettings settings) {
        var stores = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(PlainStreams.CHANGELOG);
        Topology topology = PlainStreams.reading()
                .addProcessor("modify", processor::get, PlainStreams.SOURCE)
                .addStateStore(stores, "modify");
        return PlainStreams.start(topology, settings, 0);
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Bytes key = Bytes.wrap(record.key());
        byte[] stored = store.get(key);
        byte[] value = stored == null ? fresh(record.value()) : stored;
        ByteBuffer buffer = ByteBuffer.wrap(value);
        buffer.putLong(0, buffer.getLong(0) + 1);
        change(record.key(), buffer, store);
        store.put(key, value);
    }

    /** What else is done to a value before it is written. */
    void change(byte[] key, ByteBuffer value, KeyValueStore<Bytes, byte[]> values) {}

    /** Filled with what events are made of, which compresses as well as they do. */
    private static byte[] fresh(byte[] event) {
        byte[] value = new byte[VALUE_BYTES];
        System.arraycopy(event, 0, value, 2 * Long.BYTES, Math.min(event.length, VALUE_BYTES - 2 * Long.BYTES));
        return ByteBuffer.wrap(value).putLong(0).putLong(0).array();
    }
}
