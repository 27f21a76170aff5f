package dev.safar.dispatch.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Strangers' JSON as values that the log may hold: text, {@code Boolean}, {@code Long}, {@code Double}, lists and maps, without nulls. */
final class ReplyBody {

    private static final int DEPTH = 20;

    private ReplyBody() {}

    /** The object's fields; none if the text is no JSON object. What is nested too deep, or no finite number, is left out. */
    static Map<String, Object> parse(String text) {
        JsonNode tree = Json.read(text);
        return tree.isObject() ? map(tree, 1) : Map.of();
    }

    private static Map<String, Object> map(JsonNode node, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            value(field.getValue(), depth).ifPresent(value -> map.put(field.getKey(), value));
        }
        return map;
    }

    private static List<Object> list(JsonNode node, int depth) {
        List<Object> list = new ArrayList<>();
        node.forEach(element -> value(element, depth).ifPresent(list::add));
        return list;
    }

    private static Optional<Object> value(JsonNode node, int depth) {
        return switch (node.getNodeType()) {
            case STRING -> Optional.of(node.textValue());
            case BOOLEAN -> Optional.of(node.booleanValue());
            case NUMBER -> number(node);
            case OBJECT -> depth < DEPTH ? Optional.of(map(node, depth + 1)) : Optional.empty();
            case ARRAY -> depth < DEPTH ? Optional.of(list(node, depth + 1)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Object> number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Optional.of(node.longValue());
        }
        return Optional.<Object>of(node.doubleValue()).filter(number -> Double.isFinite((Double) number));
    }
}
