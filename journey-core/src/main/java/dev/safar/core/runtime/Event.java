package dev.safar.core.runtime;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a customer.
 *
 * @param name Segment's event name ({@code Order Completed}); {@code identify} calls have the name {@link #IDENTIFY}
 * @param messageId the sender's id of this call; the same id twice is the same event
 * @param time when it happened by the sender's corrected clock, never later than when it was received
 * @param fields its properties, at least those that are observed; values as in {@link dev.safar.core.model.Scope}
 * @param traits customer attributes that it brings, empty for most
 * @param historical imported from the past: it updates the customer and starts nothing
 */
public record Event(
        String name,
        String messageId,
        Instant time,
        Map<String, Object> fields,
        Map<String, Object> traits,
        boolean historical) {

    /** The name under which an identify call arrives. No shop event is called so. */
    public static final String IDENTIFY = "$identify";

    /** The name of the event that begins a journey by name, which it has as its property {@code journey}. */
    public static final String JOURNEY_CALLED = "Journey Called";

    public Event {
        fields = Map.copyOf(fields);
        traits = Map.copyOf(traits);
    }
}
