package dev.safar.benchmarks.contender;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The same, and with every event the customer's entry in an index by time moves: one delete, one put. */
final class TimerMove extends ReadModifyWrite {

    /** Sorts the index behind all customers. */
    private static final byte TIMERS = (byte) 0xFF;

    private static final int DUE = Long.BYTES;
    private static final long HOUR = 3_600_000;
    private static final byte[] PRESENT = {1};

    private ProcessorContext<Void, Void> context;

    @Override
    public void init(ProcessorContext<Void, Void> initial) {
        super.init(initial);
        context = initial;
    }

    @Override
    void change(byte[] key, ByteBuffer value, KeyValueStore<Bytes, byte[]> values) {
        long due = value.getLong(DUE);
        if (due != 0) {
            values.delete(entry(due, key));
        }
        long next = context.currentSystemTimeMs() + HOUR;
        values.put(entry(next, key), PRESENT);
        value.putLong(DUE, next);
    }

    private static Bytes entry(long millis, byte[] key) {
        return Bytes.wrap(ByteBuffer.allocate(1 + Long.BYTES + key.length)
                .put(TIMERS)
                .putLong(millis)
                .put(key)
                .array());
    }
}
