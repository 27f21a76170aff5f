package dev.safar.ingest.accept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A body, read: what is said once for all calls, and the calls.
 *
 * @param head the fields beside {@code batch}; for a single call the call itself
 */
record Envelope(ObjectNode head, List<Item> items) {

    /**
     * One call, of whatever type of JSON the sender made it.
     *
     * @param size in bytes, as sent
     */
    record Item(JsonNode call, long size) {}

    Optional<String> writeKey() {
        return Optional.ofNullable(head.get("writeKey"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }
}
