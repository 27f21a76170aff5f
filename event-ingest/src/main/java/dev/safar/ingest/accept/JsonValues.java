package dev.safar.ingest.accept;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as the values that the log may hold: text, {@code Boolean}, {@code Long}, {@code Double}, lists and maps, without nulls.
 * What doesn't fit is a problem at its path.
 */
final class JsonValues {

    private final Problems problems;

    JsonValues(Problems problems) {
        this.problems = problems;
    }

    /** The fields of an object; none if the node is absent. */
    Map<String, Object> object(JsonNode node, String path) {
        if (node == null || node.isNull()) {
            return Map.of();
        }
        if (!node.isObject()) {
            problems.add(path, EventProblem.Kind.INVALID, "must be an object");
            return Map.of();
        }
        return map(node, path, 1);
    }

    private Map<String, Object> map(JsonNode node, String path, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = Text.wellFormed(field.getKey());
            value(field.getValue(), path + "." + name, depth).ifPresent(value -> map.put(name, value));
        }
        return map;
    }

    private List<Object> list(JsonNode node, String path, int depth) {
        List<Object> list = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            value(node.get(i), path + "[" + i + "]", depth).ifPresent(list::add);
        }
        return list;
    }

    private Optional<Object> value(JsonNode node, String path, int depth) {
        return switch (node.getNodeType()) {
            case STRING -> Optional.of(Text.wellFormed(node.textValue()));
            case BOOLEAN -> Optional.of(node.booleanValue());
            case NUMBER -> number(node, path);
            case OBJECT, ARRAY -> container(node, path, depth + 1);
            default -> Optional.empty();
        };
    }

    private Optional<Object> container(JsonNode node, String path, int depth) {
        if (depth > Limits.DEPTH) {
            problems.add(path, EventProblem.Kind.TOO_DEEP, "is nested deeper than " + Limits.DEPTH + " levels");
            return Optional.empty();
        }
        return Optional.of(node.isObject() ? map(node, path, depth) : list(node, path, depth));
    }

    private Optional<Object> number(JsonNode node, String path) {
        if (node.canConvertToLong() && node.isIntegralNumber()) {
            return Optional.of(node.longValue());
        }
        if (node.isIntegralNumber() || !Double.isFinite(node.doubleValue())) {
            problems.add(path, EventProblem.Kind.INVALID, "is a number too large to be kept; send it as text");
            return Optional.empty();
        }
        return Optional.of(node.doubleValue());
    }
}
