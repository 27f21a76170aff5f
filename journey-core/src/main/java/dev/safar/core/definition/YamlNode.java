package dev.safar.core.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A YAML tree that remembers where each node was written, so that every problem can point at a line. */
public sealed interface YamlNode {

    Location where();

    /** What this node is, in an author's words: {@code a text}, {@code a list}, {@code a block of keys}. */
    String kind();

    /**
     * A single value.
     *
     * @param text what it says, without quotes and escapes
     * @param written how it stands in the file: with quotes, breaks and indentation
     * @param where its first character; that of the quotation mark or the {@code |} where it has one
     */
    record Scalar(String text, String written, Location where) implements YamlNode {

        /** A {@code Long}, {@code Double}, {@code Boolean} or {@code String}, by YAML 1.2's rules; empty for null. */
        public Optional<Object> value() {
            return isPlain() ? PlainValue.of(text) : Optional.of(text);
        }

        /** Written as nothing, {@code ~} or {@code null}. */
        public boolean isNull() {
            return value().isEmpty();
        }

        /** Where the character at an index of {@link #text()} stands in the file. */
        public Location at(int index) {
            return ScalarPosition.of(this, index);
        }

        boolean isPlain() {
            return written.isEmpty() || "\"'|>".indexOf(written.charAt(0)) < 0;
        }

        @Override
        public String kind() {
            return isNull() ? "nothing" : "'" + text + "'";
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Location where) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * Keys and values, in the order they were written.
     *
     * @param keys where each key stands
     */
    record Mapping(Map<String, YamlNode> fields, Map<String, Location> keys, Location where) implements YamlNode {
        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        public Optional<YamlNode> field(String key) {
            return Optional.ofNullable(fields.get(key));
        }

        @Override
        public String kind() {
            return "a block of keys";
        }
    }
}
