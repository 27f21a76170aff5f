package dev.safar.standalone.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One call that a shop makes, at its place in the demo's calendar. */
sealed interface ShopCall {

    Instant at();

    String customer();

    String messageId();

    /** The call as an item of a Segment batch. */
    Map<String, Object> toSegment();

    /** Who a customer is. */
    record Identify(Instant at, String customer, String messageId, Map<String, Object> traits) implements ShopCall {
        @Override
        public Map<String, Object> toSegment() {
            return segment(this, "identify", Map.of("traits", traits));
        }
    }

    /** What a customer did. */
    record Track(Instant at, String customer, String messageId, String event, Map<String, Object> properties)
            implements ShopCall {
        @Override
        public Map<String, Object> toSegment() {
            return segment(this, "track", Map.of("event", event, "properties", properties));
        }
    }

    private static Map<String, Object> segment(ShopCall call, String type, Map<String, Object> rest) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", type);
        item.put("userId", call.customer());
        item.put("messageId", call.messageId());
        item.put("timestamp", call.at().toString());
        item.putAll(rest);
        return item;
    }
}
