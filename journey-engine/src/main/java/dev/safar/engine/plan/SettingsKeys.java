package dev.safar.engine.plan;

import dev.safar.core.definition.YamlNode;
import dev.safar.core.definition.YamlReader;
import dev.safar.core.definition.YamlReading;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code workspace.yaml} says, key by key, so that two can be held against each other. */
final class SettingsKeys {

    private static final String FILE = "workspace.yaml";

    private SettingsKeys() {}

    static Map<String, String> of(Map<String, String> files) {
        if (files.containsKey(FILE)
                && YamlReader.read(FILE, files.get(FILE)) instanceof YamlReading.Read read
                && read.root() instanceof YamlNode.Mapping mapping) {
            Map<String, String> settings = new TreeMap<>();
            mapping.fields().forEach((key, value) -> settings.put(key, text(value)));
            return settings;
        }
        return Map.of();
    }

    /** Without places: what moved down a line is the same. */
    private static String text(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new TreeMap<>(mapping.fields())
                    .entrySet().stream()
                            .map(field -> field.getKey() + ": " + text(field.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().map(SettingsKeys::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((YamlNode.Scalar) node).text();
    }
}
