package dev.safar.core.scenario;

import dev.safar.core.compile.Problem;
import dev.safar.core.definition.Location;
import dev.safar.core.definition.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A block of keys being read: what is asked for and is not there, or not of that kind, becomes a problem. */
final class Fields {

    private final YamlNode.Mapping mapping;
    private final List<Problem> problems;

    private Fields(YamlNode.Mapping mapping, List<Problem> problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    static Optional<Fields> of(YamlNode node, List<Problem> problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(new Fields(mapping, problems));
        }
        problems.add(problem(node.where(), "wrong-type", node.kind() + " where a block of keys belongs"));
        return Optional.empty();
    }

    static Problem problem(Location where, String rule, String message) {
        return new Problem(where, Problem.Severity.ERROR, rule, message);
    }

    void problem(String key, String rule, String message) {
        problems.add(problem(where(key), rule, message));
    }

    Location where() {
        return mapping.where();
    }

    /** Where the value of a key stands, or the block if it has no such key. */
    Location where(String key) {
        return mapping.field(key).map(YamlNode::where).orElse(mapping.where());
    }

    boolean has(String key) {
        return mapping.fields().containsKey(key);
    }

    Optional<YamlNode> node(String key) {
        return mapping.field(key);
    }

    /** Every other key is a problem. */
    void allowOnly(List<String> keys) {
        mapping.keys().forEach((key, where) -> {
            if (!keys.contains(key)) {
                problems.add(problem(
                        where, "unknown-key", "unknown key '" + key + "'; known are " + String.join(", ", keys)));
            }
        });
    }

    /** The one of these keys that is there. */
    Optional<String> oneOf(List<String> keys) {
        List<String> there = keys.stream().filter(this::has).toList();
        if (there.size() != 1) {
            String found = there.isEmpty() ? "none" : String.join(" and ", there);
            problems.add(problem(
                    where(), "missing-key", "one of " + String.join(", ", keys) + " belongs here, found " + found));
            return Optional.empty();
        }
        return Optional.of(there.get(0));
    }

    Optional<String> text(String key) {
        Optional<YamlNode> node = mapping.field(key);
        if (node.isPresent() && !(node.get() instanceof YamlNode.Scalar)) {
            problem(key, "wrong-type", node.get().kind() + " where a text belongs");
        }
        return node.filter(YamlNode.Scalar.class::isInstance).map(scalar -> ((YamlNode.Scalar) scalar).text());
    }

    Optional<String> required(String key) {
        if (!has(key)) {
            problems.add(problem(where(), "missing-key", "'" + key + "' is missing"));
        }
        return text(key);
    }

    Optional<Duration> duration(String key) {
        Optional<String> text = text(key);
        Optional<Duration> duration = text.flatMap(Durations::parse);
        if (text.isPresent() && duration.isEmpty()) {
            problem(key, "bad-duration", "'" + text.get() + "' is no duration; write it like 90m, 24h or 3d");
        }
        return duration;
    }

    List<YamlNode> list(String key) {
        Optional<YamlNode> node = mapping.field(key);
        if (node.isPresent() && !(node.get() instanceof YamlNode.Sequence)) {
            problem(key, "wrong-type", node.get().kind() + " where a list belongs");
        }
        return node.map(value -> value instanceof YamlNode.Sequence sequence ? sequence.items() : List.<YamlNode>of())
                .orElse(List.of());
    }

    /** Everything but these keys, as plain values; what has no value is left out. */
    Map<String, Object> valuesExcept(Set<String> keys) {
        Map<String, Object> values = new HashMap<>();
        mapping.fields().forEach((key, node) -> {
            if (!keys.contains(key)) {
                value(node).ifPresent(value -> values.put(key, value));
            }
        });
        return values;
    }

    private static Optional<Object> value(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.value();
        }
        if (node instanceof YamlNode.Sequence sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> value(item).ifPresent(items::add));
            return Optional.of(List.copyOf(items));
        }
        return Optional.of(Map.copyOf(new Fields((YamlNode.Mapping) node, new ArrayList<>()).valuesExcept(Set.of())));
    }
}
