package dev.safar.engine.streams;

import dev.safar.engine.state.StoreKeys;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When each customer is due next: one entry a customer, moved lazily. Before the head there is none, so a scan begins there and never
 * meets the remains of what fired before, also where millions are due at the same moment: a store that has deleted them goes through
 * them one by one.
 */
final class TimerIndex {

    private static final byte[] PRESENT = {1};

    /** Put in place of an entry it takes it away, and unlike a deletion it does not look up what was there. */
    private static final byte[] NOTHING = null;

    private static final Duration WATERMARK_INTERVAL = Duration.ofSeconds(10);

    private final KeyValueStore<Bytes, byte[]> store;
    private long watermark;
    private Bytes head;
    private long earliest;
    private long savedWatermark;
    private Instant savedAt = Instant.EPOCH;

    /** An entry, which says that a customer may be due at a time. */
    record Entry(long millis, String customer) {}

    TimerIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        byte[] saved = store.get(StoreKeys.WATERMARK);
        this.watermark = saved == null ? 0 : ByteBuffer.wrap(saved).getLong();
        this.savedWatermark = watermark;
        this.head = StoreKeys.timersFrom(watermark);
        this.earliest = seekEarliest();
    }

    /** The time of the earliest entry. */
    Optional<Instant> nextDue() {
        return earliest == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(earliest));
    }

    /**
     * Where a customer has to stand, given where it stands and when it is really due. Only an earlier time moves it; a time that
     * the scan has passed, or that the last tick has reached, becomes the next one after. That also holds for an entry which that
     * tick has reached and the scan has not come to: what is due by now may have begun behind the tick.
     *
     * @param indexed where it stands
     * @param safe the latest tick, after which a new timer has to wait for another
     */
    OptionalLong place(OptionalLong indexed, Optional<Instant> due, Optional<Instant> safe) {
        if (due.isEmpty()) {
            return indexed;
        }
        long floor =
                Math.max(watermark, safe.map(tick -> tick.toEpochMilli() + 1).orElse(0L));
        long wanted = Math.max(Timers.ceilMillis(due.get()), floor);
        boolean stands = indexed.isPresent() && indexed.getAsLong() >= floor && indexed.getAsLong() <= wanted;
        return stands ? indexed : OptionalLong.of(wanted);
    }

    /** Writes down that a customer stands elsewhere now. */
    void move(String customer, OptionalLong from, OptionalLong to) {
        if (from.equals(to)) {
            return;
        }
        from.ifPresent(millis -> store.put(StoreKeys.timer(millis, customer), NOTHING));
        to.ifPresent(millis -> {
            Bytes key = StoreKeys.timer(millis, customer);
            store.put(key, PRESENT);
            earliest = Math.min(earliest, millis);
            head = key.compareTo(head) < 0 ? key : head;
        });
    }

    /** The first entries up to and including {@code until}, at most {@code limit}; they stay where they are. */
    List<Entry> due(Instant until, int limit) {
        List<Entry> due = new ArrayList<>();
        Bytes end = StoreKeys.timersFrom(until.toEpochMilli() + 1);
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(head, end)) {
            while (due.size() < limit && entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (entry.key.compareTo(end) < 0) {
                    due.add(new Entry(StoreKeys.timeOf(entry.key), StoreKeys.customerOf(entry.key)));
                }
            }
        }
        return due;
    }

    /** Takes the first entry away. */
    void removeFirst(Entry entry) {
        store.put(StoreKeys.timer(entry.millis(), entry.customer()), NOTHING);
        advance(StoreKeys.timersAfter(entry.millis(), entry.customer()));
    }

    private void advance(Bytes to) {
        head = to.compareTo(head) > 0 ? to : head;
    }

    /** Every entry before {@code millis} has been dealt with. */
    void passed(long millis) {
        watermark = Math.max(watermark, millis);
        advance(StoreKeys.timersFrom(watermark));
        if (earliest <= watermark) {
            earliest = seekEarliest();
        }
    }

    /** Keeps the watermark for the next start, now and then. */
    void save(Instant now) {
        if (watermark == savedWatermark || Duration.between(savedAt, now).compareTo(WATERMARK_INTERVAL) < 0) {
            return;
        }
        store.put(
                StoreKeys.WATERMARK,
                ByteBuffer.allocate(Long.BYTES).putLong(watermark).array());
        savedWatermark = watermark;
        savedAt = now;
    }

    private long seekEarliest() {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(head, StoreKeys.TIMERS_TO)) {
            return entries.hasNext() ? StoreKeys.timeOf(entries.next().key) : Long.MAX_VALUE;
        }
    }
}
