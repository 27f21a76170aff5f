package dev.safar.engine.streams;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Receipts;
import dev.safar.core.model.Observed;
import dev.safar.core.runtime.Event;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls as events for the core, as far as somebody wants to know of them: of their fields only the observed ones are kept. The
 * same for a call that comes through the log and for one out of a recording.
 */
public final class ObservedCalls {

    /** Under which names calls without a name of their own arrive. */
    private static final Map<String, String> NAMED_BY_TYPE =
            Map.of("identify", Event.IDENTIFY, "page", "Page Viewed", "screen", "Screen Viewed");

    private static final String TRACK = "track";
    private static final String UNSUBSCRIBED = "Unsubscribed";
    private static final Set<String> UNSUBSCRIBED_FIELDS = Set.of("channel", "topic");
    private static final Set<String> RECEIPT_FIELDS = Set.of(Receipts.MESSAGE_ID, Receipts.REASON);
    private static final Set<String> ANSWER_FIELDS =
            Set.of(Receipts.MESSAGE_ID, Receipts.REASON, Receipts.STATUS, Receipts.BODY);

    /** A call of a journey; its fields are all the journey knows of what it is about. */
    private static final String JOURNEY_CALLED = "Journey Called";

    /** An event and when it became known. */
    public record Received(Event event, Instant receivedAt) {}

    private ObservedCalls() {}

    /**
     * Reads a call; empty where nobody wants to know of it.
     *
     * @throws RuntimeException if it lacks what every call has
     */
    public static Optional<Received> read(CustomerEvent call, Observed observed) {
        String name = nameOf(call);
        if (name == null || !concerns(name, observed)) {
            return Optional.empty();
        }
        Instant receivedAt = PlausibleTime.of(required(call.receivedAt(), "receivedAt"), "receivedAt");
        Instant time = call.timestamp() == null || call.timestamp().isAfter(receivedAt)
                ? receivedAt
                : PlausibleTime.of(call.timestamp(), "timestamp");
        var event = new Event(
                name,
                required(call.messageId(), "messageId"),
                time,
                fields(name, call, observed),
                name.equals(Event.IDENTIFY) ? FieldValues.of(call.traits()) : Map.of(),
                call.historical());
        return Optional.of(new Received(event, receivedAt));
    }

    /** Whether calls of this type are known here. */
    static boolean knows(String type) {
        return type.equals(TRACK) || NAMED_BY_TYPE.containsKey(type);
    }

    /**
     * Whether a call of this type is worth reading; where it doesn't say its name, it is.
     *
     * @param event the name of the event, if it is known
     */
    public static boolean concerns(String type, Optional<String> event, Observed observed) {
        if (type.equals(TRACK)) {
            return event.map(name -> concerns(name, observed)).orElse(true);
        }
        String name = NAMED_BY_TYPE.get(type);
        return name != null && concerns(name, observed);
    }

    /** Under which name a call arrives, as far as its headers tell. */
    static Optional<String> nameOf(String type, Optional<String> event) {
        return type.equals(TRACK) ? event : Optional.ofNullable(NAMED_BY_TYPE.get(type));
    }

    /** Whether all properties of such an event are kept, whoever observes it. */
    static boolean keepsAll(String name) {
        return name.equals(JOURNEY_CALLED);
    }

    static String nameOf(CustomerEvent call) {
        String type = required(call.type(), "type");
        return type.equals(TRACK) ? required(call.event(), "event") : NAMED_BY_TYPE.get(type);
    }

    private static boolean concerns(String name, Observed observed) {
        return observed.observes(name)
                || name.equals(Event.IDENTIFY)
                || name.equals(UNSUBSCRIBED)
                || name.equals(JOURNEY_CALLED)
                || name.equals(Receipts.WEBHOOK_ANSWERED)
                || Receipts.kindOf(name).isPresent();
    }

    private static Map<String, Object> fields(String name, CustomerEvent call, Observed observed) {
        return keepsAll(name)
                ? FieldValues.of(call.properties())
                : FieldValues.of(call.properties(), kept(name, observed));
    }

    /** The properties of such an event that are worth reading. */
    static Set<String> kept(String name, Observed observed) {
        Set<String> observedOnes = observed.propertiesOf(name);
        Set<String> ours = name.equals(UNSUBSCRIBED)
                ? UNSUBSCRIBED_FIELDS
                : name.equals(Receipts.WEBHOOK_ANSWERED)
                        ? ANSWER_FIELDS
                        : Receipts.kindOf(name).isPresent() ? RECEIPT_FIELDS : Set.of();
        if (ours.isEmpty()) {
            return observedOnes;
        }
        Set<String> kept = new HashSet<>(observedOnes);
        kept.addAll(ours);
        return kept;
    }

    private static <T> T required(T value, String field) {
        if (value == null) {
            throw new BadEventException("an event without '" + field + "'");
        }
        return value;
    }
}
