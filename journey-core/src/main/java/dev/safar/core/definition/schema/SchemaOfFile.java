package dev.safar.core.definition.schema;

import dev.safar.core.definition.Construct;
import dev.safar.core.definition.Durations;
import dev.safar.core.definition.StepLanguage;
import dev.safar.core.definition.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Translates the table of a file, and all tables it refers to. */
final class SchemaOfFile {

    private static final String STEP = "step";

    /** A text in YAML may look like a number or a truth without being meant as one. */
    private static final List<String> SCALARS = List.of("string", "number", "boolean");

    private static final String CLOCK = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}.*)?$";

    private final Construct file;
    private final Map<String, Object> definitions = new TreeMap<>();

    SchemaOfFile(Construct file) {
        this.file = file;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        tree.put("title", "Safar: " + file.name());
        tree.putAll(construct(file));
        if (!definitions.isEmpty()) {
            tree.put("$defs", definitions);
        }
        return tree;
    }

    private Map<String, Object> construct(Construct construct) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Construct.Key key : construct.keys()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.meaning());
            property.putAll(type(key.type()));
            properties.put(key.name(), property);
        }
        List<String> required = construct.keys().stream()
                .filter(Construct.Key::required)
                .map(Construct.Key::name)
                .toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", construct.meaning());
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", construct.open());
        return schema;
    }

    private Map<String, Object> type(Type type) {
        if (type instanceof Type.Plain plain) {
            return plain(plain);
        }
        if (type instanceof Type.Choice choice) {
            return Map.of("enum", choice.words());
        }
        if (type instanceof Type.Keys keys) {
            return reference(keys.construct());
        }
        if (type instanceof Type.Named named) {
            return ordered("type", "object", "additionalProperties", type(named.each()));
        }
        if (type instanceof Type.ListOf list) {
            return ordered("type", "array", "items", type(list.each()));
        }
        if (type instanceof Type.Either either) {
            return Map.of("anyOf", either.types().stream().map(this::type).toList());
        }
        return ordered("type", "array", "items", step());
    }

    private static Map<String, Object> plain(Type.Plain plain) {
        return switch (plain) {
            case TEXT, NAME, EVENT, CONDITION, VALUE -> Map.of("type", SCALARS);
            case WHOLE -> Map.of("type", "integer");
            case NUMBER -> Map.of("type", "number");
            case YES_NO -> Map.of("type", "boolean");
            case DURATION -> ordered("type", "string", "pattern", Durations.SHAPE);
            case CLOCK -> ordered("type", "string", "pattern", CLOCK);
            case DATE -> ordered("type", "string", "pattern", DATE);
            case ANY -> Map.of();
        };
    }

    private Map<String, Object> reference(Construct construct) {
        String name = nameOf(construct);
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, construct(construct));
        }
        return reference(name);
    }

    /** Steps are of one kind each; an editor offers the keys of all. */
    private Map<String, Object> step() {
        if (!definitions.containsKey(STEP)) {
            definitions.put(STEP, Map.of());
            definitions.put(
                    STEP,
                    Map.of(
                            "anyOf",
                            StepLanguage.ALL.stream().map(this::reference).toList()));
        }
        return reference(STEP);
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static String nameOf(Construct construct) {
        return construct.name().replaceAll("[^a-z_]+", "-").replaceAll("^-|-$", "");
    }

    private static Map<String, Object> ordered(String one, Object first, String other, Object second) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put(one, first);
        ordered.put(other, second);
        return ordered;
    }
}
