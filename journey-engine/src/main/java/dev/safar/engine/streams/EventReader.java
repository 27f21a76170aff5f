package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.Tick;
import dev.safar.core.model.Observed;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads records of the events topic as far as somebody wants to know: the headers say whether, and {@link ObservedCalls} what
 * of the value.
 */
public final class EventReader {

    private EventReader() {}

    public static boolean isTick(Record<byte[], byte[]> record) {
        return header(record, Headers.TYPE).filter(Headers.TYPE_TICK::equals).isPresent();
    }

    /**
     * Reads a tick.
     *
     * @throws RuntimeException if it is none
     */
    public static Instant tick(Record<byte[], byte[]> record) {
        Instant at = parse(record.value(), Tick.class).at();
        if (at == null) {
            throw new BadEventException("a tick without a time");
        }
        return at;
    }

    /** The type of call by the header; {@code other} where it is none that is known. */
    static String type(Record<byte[], byte[]> record) {
        return header(record, Headers.TYPE).filter(ObservedCalls::knows).orElse("other");
    }

    /** Whether the record's value is worth reading; where the headers don't tell, it is. */
    public static boolean concerns(Record<byte[], byte[]> record, Observed observed) {
        return header(record, Headers.TYPE)
                .map(type -> ObservedCalls.concerns(type, header(record, Headers.EVENT), observed))
                .orElse(true);
    }

    /**
     * Reads an event; empty where nobody wants to know of it.
     *
     * @throws RuntimeException if it is none
     */
    public static Optional<ObservedCalls.Received> event(Record<byte[], byte[]> record, Observed observed) {
        return ObservedCalls.read(parse(record.value(), CustomerEvent.class), observed);
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

    private static Optional<String> header(Record<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
