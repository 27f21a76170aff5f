package dev.safar.core.expression;

import com.google.common.primitives.UnsignedLong;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings what CEL computes to the few types that customers, runs and messages are made of. */
final class PlainValues {

    private PlainValues() {}

    /** Empty for what has no plain form, such as nothing, a number that is none, or a list with such a thing in it. */
    static Optional<Object> plain(Object value) {
        if (value instanceof String || value instanceof Long || value instanceof Boolean || value instanceof Instant) {
            return Optional.of(value);
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        }
        if (value instanceof Number number) {
            return whole(number);
        }
        if (value instanceof Duration length) {
            return Optional.of(length.toString());
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        return value instanceof Map<?, ?> map ? map(map) : Optional.empty();
    }

    /** Numbers as people write them, so that 17 and 17.0 are the same cart; empty for what names nothing. */
    static Optional<String> name(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
            return Optional.of(decimal.toPlainString());
        }
        return value instanceof Long ? Optional.of(value.toString()) : Optional.empty();
    }

    private static Optional<Object> whole(Number number) {
        if (number instanceof UnsignedLong unsigned
                && unsigned.bigIntegerValue().bitLength() >= Long.SIZE) {
            return Optional.empty();
        }
        boolean known = number instanceof UnsignedLong || number instanceof Integer;
        return known ? Optional.of(number.longValue()) : Optional.empty();
    }

    private static Optional<Object> list(List<?> list) {
        List<Object> plain = new ArrayList<>();
        for (Object item : list) {
            Optional<Object> value = plain(item);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            plain.add(value.get());
        }
        return Optional.of(List.copyOf(plain));
    }

    private static Optional<Object> map(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Optional<Object> value = plain(entry.getValue());
            if (value.isEmpty() || !(entry.getKey() instanceof String key)) {
                return Optional.empty();
            }
            plain.put(key, value.get());
        }
        return Optional.of(Map.copyOf(plain));
    }
}
