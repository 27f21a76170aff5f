package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Tick;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** One partition of the events: records with offsets, and beside each what it means, for who checks afterwards. */
final class SimulatedLog {

    private final List<Entry> entries = new ArrayList<>();

    /** What a record says. */
    sealed interface Content {

        record Call(CustomerEvent event) implements Content {}

        record Time(Instant at) implements Content {}

        /** Nothing that can be processed. */
        record Garbage() implements Content {}
    }

    /** A record at its place, and when it was appended. */
    record Entry(long offset, Instant appended, Content content, Record<byte[], byte[]> record) {}

    /** Where the next record will stand. */
    long end() {
        return entries.size();
    }

    Entry at(long offset) {
        return entries.get((int) offset);
    }

    List<Entry> entries() {
        return entries;
    }

    void append(Instant now, CustomerEvent event) {
        var headers = new RecordHeaders().add(Headers.TYPE, utf8(event.type()));
        if (event.event() != null) {
            headers.add(Headers.EVENT, utf8(event.event()));
        }
        byte[] value = ContractJson.write(event);
        add(now, new Content.Call(event), new Record<>(utf8(event.customerId()), value, 0, headers));
    }

    void append(Instant now, Instant tick) {
        var headers = new RecordHeaders().add(Headers.TYPE, utf8(Headers.TYPE_TICK));
        byte[] value = ContractJson.write(new Tick(tick));
        add(now, new Content.Time(tick), new Record<>(utf8(Tick.KEY), value, 0, headers));
    }

    void appendGarbage(Instant now, String type, String key, String value) {
        var headers = new RecordHeaders().add(Headers.TYPE, utf8(type));
        byte[] bytes = value == null ? null : utf8(value);
        add(now, new Content.Garbage(), new Record<>(key == null ? null : utf8(key), bytes, 0, headers));
    }

    /** A record of another log, which comes to stand at the same place. */
    void copy(Entry entry) {
        entries.add(entry);
    }

    private void add(Instant now, Content content, Record<byte[], byte[]> record) {
        entries.add(new Entry(end(), now, content, record));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
