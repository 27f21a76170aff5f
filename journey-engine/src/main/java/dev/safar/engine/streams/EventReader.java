package dev.safar.engine.streams;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import dev.safar.contracts.ObservedEventJson;
import dev.safar.contracts.Tick;
import dev.safar.core.model.Observed;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads records of the events topic as far as somebody wants to know: the headers say whether, and {@link ObservedCalls} what
 * of the value.
 */
public final class EventReader {

    private static final byte[] TICK = Headers.TYPE_TICK.getBytes(StandardCharsets.UTF_8);

    private EventReader() {}

    public static boolean isTick(Record<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        return type != null && Arrays.equals(TICK, type.value());
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
        return PlausibleTime.of(at, "at");
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
        if (record.value() == null) {
            throw new BadEventException("a record without a value");
        }
        return ObservedCalls.read(call(record, observed), observed);
    }

    /** Without a name in the headers, any property may be one that is observed. */
    private static CustomerEvent call(Record<byte[], byte[]> record, Observed observed) {
        Optional<String> name =
                header(record, Headers.TYPE).flatMap(type -> ObservedCalls.nameOf(type, header(record, Headers.EVENT)));
        if (name.isEmpty() || ObservedCalls.keepsAll(name.get())) {
            return parse(record.value(), CustomerEvent.class);
        }
        try {
            CustomerEvent call =
                    required(ObservedEventJson.read(record.value(), ObservedCalls.kept(name.get(), observed)));
            return name.get().equals(ObservedCalls.nameOf(call)) ? call : parse(record.value(), CustomerEvent.class);
        } catch (UncheckedIOException e) {
            throw notJson(CustomerEvent.class, e);
        }
    }

    private static <T> T parse(byte[] value, Class<T> type) {
        if (value == null) {
            throw new BadEventException("a record without a value");
        }
        try {
            return required(ContractJson.read(value, type));
        } catch (UncheckedIOException e) {
            throw notJson(type, e);
        }
    }

    private static <T> T required(T parsed) {
        if (parsed == null) {
            throw new BadEventException("a record whose value is null");
        }
        return parsed;
    }

    private static BadEventException notJson(Class<?> type, UncheckedIOException failure) {
        return new BadEventException("not the JSON of a " + type.getSimpleName(), failure);
    }

    private static Optional<String> header(Record<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
