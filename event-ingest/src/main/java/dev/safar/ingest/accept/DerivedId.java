package dev.safar.ingest.accept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** The id of a call whose sender gave none: a hash of what it says, so that the same call sent again has the same id. */
final class DerivedId {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int LENGTH = 32;

    private DerivedId() {}

    /** @param claimedTime as the sender wrote it: the corrected time differs from one attempt to the next */
    static String of(String key, EventType type, CallContent content, String claimedTime) {
        try {
            byte[] canonical = CANONICAL.writeValueAsBytes(List.of(
                    key,
                    type.wireName(),
                    content.event().orElse(""),
                    claimedTime,
                    content.properties(),
                    content.traits()));
            return "content-" + Digest.hex(canonical).substring(0, LENGTH);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values read from JSON can be written as JSON", e);
        }
    }
}
