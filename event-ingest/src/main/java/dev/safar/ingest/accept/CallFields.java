package dev.safar.ingest.accept;

import com.fasterxml.jackson.databind.JsonNode;
import dev.safar.ingest.accept.EventProblem.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of one call; what is wrong with a field is collected, and the field taken as absent. */
final class CallFields {

    private static final String RESERVED_PREFIX = "$";

    private final JsonNode call;
    private final Problems problems;
    private final JsonValues values;

    CallFields(JsonNode call, Problems problems) {
        this.call = call;
        this.problems = problems;
        this.values = new JsonValues(problems);
    }

    /** An id; blank is absent, a whole number is taken as its digits. */
    Optional<String> id(String field) {
        return text(field)
                .filter(id ->
                        withinLength(field, id, Limits.ID_LENGTH) && unreserved(field, id) && printable(field, id));
    }

    /** The name of an event. */
    Optional<String> eventName(String field) {
        if (call.path(field).isNumber()) {
            problems.add(field, Kind.INVALID, "must be text");
            return Optional.empty();
        }
        return text(field)
                .filter(name -> withinLength(field, name, Limits.EVENT_NAME_LENGTH)
                        && unreserved(field, name)
                        && printable(field, name));
    }

    /** Any text; blank is absent. */
    Optional<String> text(String field) {
        JsonNode node = call.path(field);
        if (node.isTextual() || node.isIntegralNumber()) {
            return Optional.of(Text.wellFormed(node.asText())).filter(text -> !text.isBlank());
        }
        if (!node.isMissingNode() && !node.isNull()) {
            problems.add(field, Kind.INVALID, "must be text");
        }
        return Optional.empty();
    }

    Optional<Instant> time(String field) {
        Optional<String> text = text(field);
        Optional<Instant> time = text.flatMap(Timestamps::parse);
        if (text.isPresent() && time.isEmpty()) {
            problems.add(field, Kind.INVALID, "must be an ISO-8601 time with a zone, like 2026-03-01T10:00:00.123Z");
        }
        return time;
    }

    boolean flag(String field) {
        JsonNode node = call.path(field);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            problems.add(field, Kind.INVALID, "must be true or false");
        }
        return node.booleanValue();
    }

    Map<String, Object> object(String field) {
        return values.object(call.get(field), field);
    }

    /** An object inside {@code context}. */
    Map<String, Object> contextObject(String field) {
        return values.object(call.path("context").get(field), "context." + field);
    }

    /** Whether the field says anything, be it right or wrong. */
    boolean has(String field) {
        JsonNode node = call.path(field);
        return call.hasNonNull(field) && !(node.isTextual() && node.textValue().isBlank());
    }

    void missing(String field, String message) {
        problems.add(field, Kind.MISSING, message);
    }

    private boolean withinLength(String field, String text, int limit) {
        boolean within = text.length() <= limit;
        if (!within) {
            problems.add(field, Kind.TOO_LONG, "is longer than " + limit + " characters");
        }
        return within;
    }

    private boolean unreserved(String field, String text) {
        boolean reserved = text.startsWith(RESERVED_PREFIX);
        if (reserved) {
            problems.add(field, Kind.RESERVED, "must not begin with '$', which is reserved");
        }
        return !reserved;
    }

    private boolean printable(String field, String text) {
        boolean printable = text.chars().noneMatch(Character::isISOControl);
        if (!printable) {
            problems.add(field, Kind.INVALID, "must not contain control characters");
        }
        return printable;
    }
}
