package dev.safar.engine.streams;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** JSON values in the form in which conditions and templates expect them: whole numbers {@code Long}, others {@code Double}, no nulls. */
final class FieldValues {

    /** Somewhat fewer than a customer's record can hold, so that a step may still put a value into another one. */
    private static final int LEVELS = 256;

    private FieldValues() {}

    /** The named ones of these fields. */
    static Map<String, Object> of(Map<String, Object> json, Set<String> names) {
        if (json == null) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>();
        for (String name : names) {
            Object value = json.get(name);
            if (value != null) {
                values.put(name, normal(value, LEVELS));
            }
        }
        return values;
    }

    /** All of these fields. */
    static Map<String, Object> of(Map<String, Object> json) {
        return json == null ? Map.of() : of(json, json.keySet());
    }

    private static Object normal(Object value, int levels) {
        if (levels == 0) {
            throw new BadEventException("a value nested deeper than " + LEVELS + " levels");
        }
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        if (value instanceof BigInteger || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(Objects::nonNull)
                    .map(element -> normal(element, levels - 1))
                    .toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> values = new HashMap<>();
            map.forEach((name, element) -> {
                if (element != null) {
                    values.put((String) name, normal(element, levels - 1));
                }
            });
            return values;
        }
        return value;
    }
}
