package dev.safar.standalone.chaos.load;

import java.time.Duration;
import java.util.Map;

/**
 * Something a customer does.
 *
 * @param messageId of the call, the same however often it is posted
 * @param type of Segment's call
 * @param event the name of a {@code track} call; empty otherwise
 * @param pause since the deed before was accepted
 * @param age how long before its posting it happened, as the shop has it
 * @param content properties or traits
 */
public record Deed(
        String messageId, String type, String event, Duration pause, Duration age, Map<String, Object> content) {

    public Deed {
        content = Map.copyOf(content);
    }
}
