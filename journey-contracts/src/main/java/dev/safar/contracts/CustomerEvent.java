package dev.safar.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * A record of {@link Topics#EVENTS}: one call of Segment's specification, keyed, with its time corrected.
 *
 * @param type {@code track}, {@code identify}, {@code page}, {@code screen}, {@code group} or {@code alias}
 * @param event the event's name; only on {@code track}
 * @param customerId the record's key: the user id where there is one, else the anonymous id
 * @param messageId the sender's id of the call
 * @param timestamp when it happened, corrected for the sender's clock, never after {@code receivedAt}
 * @param receivedAt when it was accepted
 * @param properties of {@code track}, {@code page} and {@code screen}
 * @param traits of {@code identify}
 * @param context Segment's context object, without what identifies a library
 * @param source which write key, provider or import it came from
 * @param historical imported from the past: it updates the customer and starts nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CustomerEvent(
        String type,
        String event,
        String customerId,
        String userId,
        String anonymousId,
        String messageId,
        Instant timestamp,
        Instant receivedAt,
        Map<String, Object> properties,
        Map<String, Object> traits,
        Map<String, Object> context,
        String source,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean historical) {}
