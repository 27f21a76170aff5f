package dev.safar.engine.streams;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** JSON values in the form in which conditions and templates expect them: whole numbers {@code Long}, others {@code Double}, no nulls. */
final class FieldValues {

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
                values.put(name, normal(value));
            }
        }
        return values;
    }

    /** All of these fields. */
    static Map<String, Object> of(Map<String, Object> json) {
        return json == null ? Map.of() : of(json, json.keySet());
    }

    private static Object normal(Object value) {
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        if (value instanceof BigInteger || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(Objects::nonNull)
                    .map(FieldValues::normal)
                    .toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> values = new HashMap<>();
            map.forEach((name, element) -> {
                if (element != null) {
                    values.put((String) name, normal(element));
                }
            });
            return values;
        }
        return value;
    }
}
