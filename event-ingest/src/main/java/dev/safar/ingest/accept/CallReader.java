package dev.safar.ingest.accept;

import com.fasterxml.jackson.databind.JsonNode;
import dev.safar.contracts.CustomerEvent;
import dev.safar.ingest.accept.EventProblem.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One call as an event of the log, or all that is wrong with it. */
final class CallReader {

    private final Batch batch;
    private final JsonNode call;
    private final CallFields fields;
    private final Problems problems;

    private CallReader(Batch batch, JsonNode call, Problems problems) {
        this.batch = batch;
        this.call = call;
        this.fields = new CallFields(call, problems);
        this.problems = problems;
    }

    /** The event; empty if problems were added. */
    static Optional<CustomerEvent> read(Batch batch, Envelope.Item item, Problems problems) {
        if (!item.call().isObject()) {
            problems.add("", Kind.INVALID, "must be an object");
        } else if (item.size() + batch.contextBytes() > Limits.EVENT_BYTES) {
            problems.add("", Kind.TOO_LARGE, tooLarge(batch));
        } else {
            return new CallReader(batch, item.call(), problems).read();
        }
        return Optional.empty();
    }

    private static String tooLarge(Batch batch) {
        String text = "is larger than " + Limits.EVENT_BYTES + " bytes";
        return batch.contextBytes() == 0 ? text : text + " with the batch's context";
    }

    private Optional<CustomerEvent> read() {
        Optional<EventType> type = type();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> userId = fields.id("userId");
        Optional<String> anonymousId = fields.id("anonymousId");
        if (!fields.has("userId") && !fields.has("anonymousId")) {
            fields.missing("userId", "is required, or anonymousId");
        }
        CallContent content = CallContent.of(type.get(), fields);
        Consents.check(content.traits(), problems);
        FieldNames.check(call, problems);
        Optional<String> messageId = fields.id("messageId");
        Map<String, Object> context = context();
        boolean historical = fields.flag("historical") || batch.historical();
        Instant timestamp = timestamp();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        String key = userId.or(() -> anonymousId).orElseThrow();
        return Optional.of(new CustomerEvent(
                type.get().wireName(),
                content.event().orElse(null),
                key,
                userId.orElse(null),
                anonymousId.orElse(null),
                messageId.orElseGet(() -> DerivedId.of(key, type.get(), content, claimedTime())),
                timestamp,
                batch.receivedAt(),
                content.properties(),
                content.traits(),
                context,
                batch.source(),
                historical));
    }

    private Optional<EventType> type() {
        if (batch.type().isPresent()) {
            return batch.type();
        }
        if (!fields.has("type")) {
            fields.missing("type", "is required in a batch");
            return Optional.empty();
        }
        Optional<String> name = fields.text("type");
        Optional<EventType> type = name.flatMap(EventType::ofWireName);
        if (name.isPresent() && type.isEmpty()) {
            problems.add("type", Kind.INVALID, "must be track, identify, page, screen, group or alias");
        }
        return type;
    }

    private Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>(batch.context());
        context.putAll(ContextFilter.kept(fields.object("context")));
        return context;
    }

    /** {@code timestamp} beside {@code originalTimestamp} is a time that the caller chose, or one already corrected: it stands. */
    private Instant timestamp() {
        Optional<Instant> timestamp = fields.time("timestamp");
        Optional<Instant> original = fields.time("originalTimestamp");
        Optional<Instant> sentAt = fields.time("sentAt").or(batch::sentAt);
        Instant receivedAt = batch.receivedAt();
        if (timestamp.isPresent() && original.isPresent()) {
            return Timestamps.notAfter(receivedAt, timestamp.get());
        }
        Instant corrected = timestamp
                .or(() -> original)
                .map(happened -> Timestamps.corrected(happened, sentAt, receivedAt))
                .orElse(receivedAt);
        if (!Timestamps.plausible(corrected)) {
            problems.add("sentAt", Kind.INVALID, "lies too far after the time of the call");
        }
        return corrected;
    }

    private String claimedTime() {
        return fields.text("timestamp")
                .or(() -> fields.text("originalTimestamp"))
                .orElse("");
    }
}
