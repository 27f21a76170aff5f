package dev.safar.ingest.accept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.safar.contracts.CustomerEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of Segment's specification that was made in the past and kept, as an event of the log: what {@link EventAcceptor} would
 * have made of it at the time.
 *
 * <p>A call with {@code receivedAt} has been through a pipeline that noted it, and corrected {@code timestamp} for the sender's
 * clock; it became known then. One without it became known when it was sent ({@code sentAt}), else when it happened.
 *
 * @param event empty if there are problems
 * @param problems all that is wrong with the call
 */
public record RecordedCall(Optional<CustomerEvent> event, List<EventProblem> problems) {

    private static final String USER_ID = "userId";
    private static final String ANONYMOUS_ID = "anonymousId";
    private static final String CUSTOMER_ID = "customerId";
    private static final String RECEIVED_AT = "receivedAt";
    private static final String SENT_AT = "sentAt";
    private static final String TIMESTAMP = "timestamp";
    private static final String ORIGINAL_TIMESTAMP = "originalTimestamp";

    public RecordedCall {
        problems = List.copyOf(problems);
    }

    /**
     * Reads one call; nothing makes it throw.
     *
     * @param json the call alone, which names its type
     * @param source where it was kept
     */
    public static RecordedCall read(byte[] json, String source) {
        Problems problems = new Problems(0, Optional.empty());
        Optional<CustomerEvent> event = Optional.empty();
        try {
            Envelope envelope = EnvelopeReader.read(json, new Route(Optional.of(EventType.TRACK)));
            event = read(envelope.items().get(0), source, problems);
        } catch (JsonProcessingException e) {
            problems.add("", EventProblem.Kind.INVALID, "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            problems.add("", EventProblem.Kind.INVALID, "is not JSON");
        }
        return new RecordedCall(event, problems.all());
    }

    private static Optional<CustomerEvent> read(Envelope.Item item, String source, Problems problems) {
        ObjectNode call = (ObjectNode) item.call();
        nameCustomer(call, problems);
        Optional<Instant> receivedAt = receivedAt(call, problems);
        if (receivedAt.isEmpty()) {
            return Optional.empty();
        }
        Batch batch = new Batch(Optional.empty(), Optional.empty(), Map.of(), 0, false, source, receivedAt.get());
        return CallReader.read(batch, item, problems);
    }

    /** A report in a log of ours says under which id the customer is known, and nothing else. */
    private static void nameCustomer(ObjectNode call, Problems problems) {
        CallFields fields = new CallFields(call, problems);
        if (!fields.has(USER_ID) && !fields.has(ANONYMOUS_ID) && fields.has(CUSTOMER_ID)) {
            call.set(USER_ID, call.get(CUSTOMER_ID));
        }
    }

    private static Optional<Instant> receivedAt(ObjectNode call, Problems problems) {
        CallFields fields = new CallFields(call, problems);
        if (fields.has(RECEIVED_AT)) {
            if (fields.has(TIMESTAMP)) {
                call.remove(SENT_AT); // or the time would be corrected once more
            }
            return fields.time(RECEIVED_AT);
        }
        for (String field : List.of(SENT_AT, TIMESTAMP, ORIGINAL_TIMESTAMP)) {
            if (fields.has(field)) {
                return fields.time(field);
            }
        }
        fields.missing(TIMESTAMP, "is required, or receivedAt: nobody knows when it happened");
        return Optional.empty();
    }
}
