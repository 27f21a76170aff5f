package dev.safar.core.scenario;

import dev.safar.core.compile.Problem;
import dev.safar.core.definition.Durations;
import dev.safar.core.definition.Location;
import dev.safar.core.definition.Nearest;
import dev.safar.core.definition.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A block of keys being read: what is asked for and is not there, or not of that kind, becomes a problem. */
final class ScenarioFields {

    static final String MISSING_KEY = "missing-key";
    static final String BAD_DURATION = "bad-duration";
    private static final String UNKNOWN_KEY = "unknown-key";
    private static final String WRONG_TYPE = "wrong-type";

    private final YamlNode.Mapping mapping;
    private final List<Problem> problems;

    private ScenarioFields(YamlNode.Mapping mapping, List<Problem> problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    static Optional<ScenarioFields> of(YamlNode node, List<Problem> problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(new ScenarioFields(mapping, problems));
        }
        problems.add(problem(node.where(), WRONG_TYPE, node.kind() + " where keys belong; write them like 'at: 1h'"));
        return Optional.empty();
    }

    static Problem problem(Location where, String rule, String message) {
        return new Problem(where, Problem.Severity.ERROR, rule, message);
    }

    void problem(String key, String rule, String message) {
        problems.add(problem(where(key), rule, message));
    }

    /** Something that may be meant, but hardly is. */
    void doubt(String key, String message) {
        Location where = mapping.keys().getOrDefault(key, mapping.where());
        problems.add(new Problem(where, Problem.Severity.WARNING, "unobserved", message));
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
                problems.add(problem(where, UNKNOWN_KEY, "unknown key '" + key + "'; " + Nearest.hint(key, keys)));
            }
        });
    }

    /** The one of these keys that is there. */
    Optional<String> oneOf(List<String> keys) {
        List<String> there = keys.stream().filter(this::has).toList();
        if (there.size() != 1) {
            problems.add(there.isEmpty() ? noneOf(keys) : tooMany(there));
            return Optional.empty();
        }
        return Optional.of(there.get(0));
    }

    private Problem noneOf(List<String> keys) {
        for (Map.Entry<String, Location> key : mapping.keys().entrySet()) {
            Optional<String> meant = Nearest.slip(key.getKey(), keys);
            if (meant.isPresent()) {
                return problem(
                        key.getValue(),
                        UNKNOWN_KEY,
                        "unknown key '" + key.getKey() + "'; did you mean '" + meant.get() + "'?");
            }
        }
        return problem(where(), MISSING_KEY, "nothing says what this is; add one of " + String.join(", ", keys));
    }

    private Problem tooMany(List<String> there) {
        return problem(where(), WRONG_TYPE, "this is " + String.join(" and ", there) + " at once; make them several");
    }

    Optional<String> text(String key) {
        Optional<YamlNode> node = mapping.field(key);
        if (node.isPresent() && !(node.get() instanceof YamlNode.Scalar)) {
            problem(key, WRONG_TYPE, node.get().kind() + " where a text belongs; write one value");
        }
        return node.filter(YamlNode.Scalar.class::isInstance).map(scalar -> ((YamlNode.Scalar) scalar).text());
    }

    Optional<String> required(String key) {
        if (!has(key)) {
            problems.add(problem(where(), MISSING_KEY, "'" + key + "' is missing; add it"));
        }
        return text(key);
    }

    Optional<Duration> duration(String key) {
        Optional<String> text = text(key);
        Optional<Durations.Reading> reading = text.map(Durations::readAny);
        reading.filter(found -> found.length().isEmpty()).ifPresent(found -> problem(key, BAD_DURATION, found.fault()));
        return reading.flatMap(Durations.Reading::length);
    }

    List<YamlNode> list(String key) {
        Optional<YamlNode> node = mapping.field(key);
        if (node.isPresent() && !(node.get() instanceof YamlNode.Sequence)) {
            problem(key, WRONG_TYPE, node.get().kind() + " where a list belongs; begin each item with '-'");
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
        return Optional.of(
                Map.copyOf(new ScenarioFields((YamlNode.Mapping) node, new ArrayList<>()).valuesExcept(Set.of())));
    }
}
