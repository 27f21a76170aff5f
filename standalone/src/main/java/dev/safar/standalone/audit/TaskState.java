package dev.safar.standalone.audit;

import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Run;
import dev.safar.engine.state.CustomerCodec;
import dev.safar.engine.state.StoreKeys;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.state.Tally;
import dev.safar.engine.state.TallyCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;

/** The store of one task, as its changelog tells it: the last record of each key counts. */
final class TaskState {

    private final Map<String, CustomerLine> customers = new HashMap<>();
    private final Map<JourneyId, JourneyId> journeys = new HashMap<>();
    private Tally tally = Tally.empty();
    private Tally later = Tally.empty();
    private long watermark;

    /** Takes a record from before the cut; without a value, it takes something away. */
    void put(byte[] key, byte[] value) {
        if (key.length > 1 && key[1] == '|') {
            switch (key[0]) {
                case 'c' -> customer(new String(key, 2, key.length - 2, StandardCharsets.UTF_8), value);
                case 't' -> timer(Bytes.wrap(key), value != null);
                case 'm' -> count(Bytes.wrap(key), value);
                default -> {}
            }
        }
    }

    /** Takes a record from after the cut, of which only the counts are of interest. */
    void putLater(byte[] key, byte[] value) {
        if (Bytes.wrap(key).equals(StoreKeys.TALLY)) {
            later = read(value);
        }
    }

    Map<String, CustomerLine> customers() {
        return customers;
    }

    /** What the task had counted at the cut. */
    Tally tally() {
        return tally;
    }

    /** What it had counted a little later. */
    Tally later() {
        return later;
    }

    /** Before this time, in milliseconds, nothing fires any more. */
    long watermark() {
        return watermark;
    }

    private void customer(String id, byte[] value) {
        CustomerLine line = customers.computeIfAbsent(id, any -> new CustomerLine());
        line.store(stored(value == null ? StoredCustomer.unknown(id) : CustomerCodec.decode(value)));
    }

    private CustomerLine.Stored stored(StoredCustomer stored) {
        Customer customer = stored.customer();
        List<JourneyId> running = customer.runs().stream()
                .filter(Run::live)
                .map(run -> journeys.computeIfAbsent(run.journey().id(), id -> id))
                .toList();
        return new CustomerLine.Stored(
                customer.offset(),
                stored.applied(),
                stored.indexedDue(),
                customer.nextDue().map(due -> OptionalLong.of(ceilMillis(due))).orElse(OptionalLong.empty()),
                running);
    }

    private static long ceilMillis(Instant due) {
        return due.truncatedTo(ChronoUnit.MILLIS).equals(due) ? due.toEpochMilli() : due.toEpochMilli() + 1;
    }

    private void timer(Bytes key, boolean there) {
        CustomerLine line = customers.computeIfAbsent(StoreKeys.customerOf(key), any -> new CustomerLine());
        if (there) {
            line.addTimer(StoreKeys.timeOf(key));
        } else {
            line.removeTimer(StoreKeys.timeOf(key));
        }
    }

    private void count(Bytes key, byte[] value) {
        if (key.equals(StoreKeys.TALLY)) {
            tally = read(value);
            later = tally;
        } else if (key.equals(StoreKeys.WATERMARK)) {
            watermark = value == null ? 0 : ByteBuffer.wrap(value).getLong();
        }
    }

    private static Tally read(byte[] value) {
        return value == null ? Tally.empty() : TallyCodec.decode(value);
    }
}
