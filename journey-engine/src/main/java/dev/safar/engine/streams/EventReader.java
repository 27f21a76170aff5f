package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Receipts;
import dev.safar.contracts.Tick;
import dev.safar.core.model.Observed;
import dev.safar.core.runtime.Event;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads records of the events topic as far as somebody wants to know: the headers say whether, and of the value only the
 * observed fields are kept.
 */
final class EventReader {

    /** Under which names calls without a name of their own arrive. */
    private static final Map<String, String> NAMED_BY_TYPE =
            Map.of("identify", Event.IDENTIFY, "page", "Page Viewed", "screen", "Screen Viewed");

    private static final String TRACK = "track";
    private static final String UNSUBSCRIBED = "Unsubscribed";
    private static final Set<String> RECEIPT_FIELDS = Set.of(Receipts.MESSAGE_ID, Receipts.REASON);

    /** An event and when it became known. */
    record Received(Event event, Instant receivedAt) {}

    private EventReader() {}

    static boolean isTick(Record<byte[], byte[]> record) {
        return header(record, Headers.TYPE).filter(Headers.TYPE_TICK::equals).isPresent();
    }

    /**
     * Reads a tick.
     *
     * @throws BadEventException if it is none
     */
    static Instant tick(Record<byte[], byte[]> record) {
        Instant at = parse(record.value(), Tick.class).at();
        if (at == null) {
            throw new BadEventException("a tick without a time");
        }
        return at;
    }

    /** The type of call by the header; {@code other} where it is none that is known. */
    static String type(Record<byte[], byte[]> record) {
        return header(record, Headers.TYPE)
                .filter(type -> type.equals(TRACK) || NAMED_BY_TYPE.containsKey(type))
                .orElse("other");
    }

    /** Whether the record's value is worth reading; where the headers don't tell, it is. */
    static boolean concerns(Record<byte[], byte[]> record, Observed observed) {
        Optional<String> type = header(record, Headers.TYPE);
        if (type.isEmpty()) {
            return true;
        }
        if (type.get().equals(TRACK)) {
            return header(record, Headers.EVENT)
                    .map(name -> concerns(name, observed))
                    .orElse(true);
        }
        String name = NAMED_BY_TYPE.get(type.get());
        return name != null && concerns(name, observed);
    }

    /**
     * Reads an event; empty where nobody wants to know of it.
     *
     * @throws BadEventException if it is none
     */
    static Optional<Received> event(Record<byte[], byte[]> record, Observed observed) {
        CustomerEvent call = parse(record.value(), CustomerEvent.class);
        String name = nameOf(call);
        if (name == null || !concerns(name, observed)) {
            return Optional.empty();
        }
        Instant receivedAt = required(call.receivedAt(), "receivedAt");
        Instant time = call.timestamp() == null || call.timestamp().isAfter(receivedAt) ? receivedAt : call.timestamp();
        var event = new Event(
                name,
                required(call.messageId(), "messageId"),
                time,
                FieldValues.of(call.properties(), kept(name, observed)),
                name.equals(Event.IDENTIFY) ? FieldValues.of(call.traits()) : Map.of(),
                call.historical());
        return Optional.of(new Received(event, receivedAt));
    }

    private static String nameOf(CustomerEvent call) {
        String type = required(call.type(), "type");
        return type.equals(TRACK) ? required(call.event(), "event") : NAMED_BY_TYPE.get(type);
    }

    private static boolean concerns(String name, Observed observed) {
        return observed.observes(name)
                || name.equals(Event.IDENTIFY)
                || name.equals(UNSUBSCRIBED)
                || Receipts.kindOf(name).isPresent();
    }

    private static Set<String> kept(String name, Observed observed) {
        Set<String> kept = new HashSet<>();
        for (String path : observed.fieldsOf(name)) {
            int dot = path.indexOf('.');
            kept.add(dot < 0 ? path : path.substring(0, dot));
        }
        if (name.equals(UNSUBSCRIBED)) {
            kept.add("channel");
        }
        if (Receipts.kindOf(name).isPresent()) {
            kept.addAll(RECEIPT_FIELDS);
        }
        return kept;
    }

    private static <T> T parse(byte[] value, Class<T> type) {
        if (value == null) {
            throw new BadEventException("a record without a value");
        }
        try {
            T parsed = ContractJson.read(value, type);
            if (parsed == null) {
                throw new BadEventException("a record whose value is null");
            }
            return parsed;
        } catch (UncheckedIOException e) {
            throw new BadEventException("not the JSON of a " + type.getSimpleName(), e);
        }
    }

    private static <T> T required(T value, String field) {
        if (value == null) {
            throw new BadEventException("an event without '" + field + "'");
        }
        return value;
    }

    private static Optional<String> header(Record<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
