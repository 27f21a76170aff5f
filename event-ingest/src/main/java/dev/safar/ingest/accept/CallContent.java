package dev.safar.ingest.accept;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a call says, apart from who and when.
 *
 * @param event only of {@code track}
 * @param traits only of {@code identify}
 */
record CallContent(Optional<String> event, Map<String, Object> properties, Map<String, Object> traits) {

    /** The trait under which a customer's device is reached. */
    private static final String PUSH_TOKEN = "push_token";

    static CallContent of(EventType type, CallFields fields) {
        return switch (type) {
            case TRACK -> track(fields);
            case IDENTIFY -> new CallContent(Optional.empty(), Map.of(), traits(fields));
            case PAGE, SCREEN -> new CallContent(Optional.empty(), named(fields), Map.of());
            case GROUP -> group(fields);
            case ALIAS -> alias(fields);
        };
    }

    private static CallContent track(CallFields fields) {
        Optional<String> event = fields.eventName("event");
        if (event.isEmpty() && !fields.has("event")) {
            fields.missing("event", "is required: the name of what happened");
        }
        return new CallContent(event, fields.object("properties"), Map.of());
    }

    /** Some clients send an identify's traits in its context only. */
    private static Map<String, Object> traits(CallFields fields) {
        Map<String, Object> traits = new LinkedHashMap<>(fields.contextObject("traits"));
        traits.putAll(fields.object("traits"));
        if (fields.contextObject("device").get("token") instanceof String token && !token.isBlank()) {
            traits.putIfAbsent(PUSH_TOKEN, token);
        }
        return traits;
    }

    private static Map<String, Object> named(CallFields fields) {
        Map<String, Object> properties = new LinkedHashMap<>(fields.object("properties"));
        fields.text("name").ifPresent(name -> properties.putIfAbsent("name", name));
        fields.text("category").ifPresent(category -> properties.putIfAbsent("category", category));
        return properties;
    }

    private static CallContent group(CallFields fields) {
        Map<String, Object> properties = required("groupId", fields);
        Map<String, Object> traits = fields.object("traits");
        if (!traits.isEmpty()) {
            properties.put("traits", traits);
        }
        return new CallContent(Optional.empty(), properties, Map.of());
    }

    private static CallContent alias(CallFields fields) {
        return new CallContent(Optional.empty(), required("previousId", fields), Map.of());
    }

    private static Map<String, Object> required(String field, CallFields fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.id(field).ifPresent(id -> properties.put(field, id));
        if (properties.isEmpty() && !fields.has(field)) {
            fields.missing(field, "is required");
        }
        return properties;
    }
}
