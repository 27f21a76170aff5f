package dev.safar.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a {@link CustomerEvent} as far as somebody wants to know it: of its properties the named ones, and nothing of its context.
 * What does not have the usual form is read as {@link ContractJson} reads it, whole.
 */
public final class ObservedEventJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ObservedEventJson() {}

    /**
     * Reads one record.
     *
     * @param properties those that are wanted
     * @throws UncheckedIOException if the bytes are not such a record
     */
    public static CustomerEvent read(byte[] json, Set<String> properties) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            Optional<CustomerEvent> usual = new Reading(parser, properties).event();
            if (usual.isPresent()) {
                return usual.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ContractJson.read(json, CustomerEvent.class);
    }

    private static final class Reading {

        private final JsonParser json;
        private final Set<String> wanted;
        private String type;
        private String event;
        private String customerId;
        private String userId;
        private String anonymousId;
        private String messageId;
        private String source;
        private Map<String, Object> properties;
        private Map<String, Object> traits;
        private Instant timestamp;
        private Instant receivedAt;
        private boolean historical;
        private boolean usual = true;

        Reading(JsonParser json, Set<String> wanted) {
            this.json = json;
            this.wanted = wanted;
        }

        /** Empty where it is up to somebody else to tell what it is. */
        Optional<CustomerEvent> event() throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (usual && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                field(name);
            }
            return usual ? Optional.of(made()) : Optional.empty();
        }

        private CustomerEvent made() {
            return new CustomerEvent(
                    type,
                    event,
                    customerId,
                    userId,
                    anonymousId,
                    messageId,
                    timestamp,
                    receivedAt,
                    properties,
                    traits,
                    null,
                    source,
                    historical);
        }

        private void field(String name) throws IOException {
            switch (name) {
                case "type" -> type = text();
                case "event" -> event = text();
                case "customerId" -> customerId = text();
                case "userId" -> userId = text();
                case "anonymousId" -> anonymousId = text();
                case "messageId" -> messageId = text();
                case "source" -> source = text();
                case "timestamp" -> timestamp = instant();
                case "receivedAt" -> receivedAt = instant();
                case "properties" -> properties = object(wanted);
                case "traits" -> traits = object(null);
                case "historical" -> historical = flag();
                default -> json.skipChildren();
            }
        }

        private String text() throws IOException {
            usual &= json.hasToken(JsonToken.VALUE_STRING);
            return json.getText();
        }

        private Instant instant() throws IOException {
            Optional<Instant> known =
                    json.hasToken(JsonToken.VALUE_STRING) ? WireTime.read(json.getText()) : Optional.empty();
            usual &= known.isPresent();
            return known.orElse(null);
        }

        private boolean flag() {
            usual &= json.currentToken().isBoolean();
            return json.hasToken(JsonToken.VALUE_TRUE);
        }

        /** @param names null for all */
        private Map<String, Object> object(Set<String> names) throws IOException {
            if (!json.hasToken(JsonToken.START_OBJECT)) {
                usual = false;
                return Map.of();
            }
            Map<String, Object> fields = new HashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (names == null || names.contains(name)) {
                    fields.put(name, value());
                } else {
                    json.skipChildren();
                }
            }
            return fields;
        }

        private Object value() throws IOException {
            return switch (json.currentToken()) {
                case VALUE_STRING -> json.getText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case START_OBJECT -> object(null);
                case START_ARRAY -> list();
                default -> null;
            };
        }

        private List<Object> list() throws IOException {
            List<Object> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(value());
            }
            return values;
        }
    }
}
