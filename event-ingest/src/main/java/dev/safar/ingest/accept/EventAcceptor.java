package dev.safar.ingest.accept;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.ingest.accept.Acceptance.Position;
import dev.safar.ingest.accept.Acceptance.Reason;
import dev.safar.ingest.accept.Acceptance.Refused;
import dev.safar.ingest.accept.Acceptance.Taken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a request of Segment's HTTP API into events for the log. The same request and time give the same answer, and no body
 * makes it throw.
 */
public final class EventAcceptor {

    private final WriteKeys writeKeys;

    public EventAcceptor(WriteKeys writeKeys) {
        this.writeKeys = writeKeys;
    }

    public Acceptance accept(Request request, byte[] body) {
        if (request.writeKey().isPresent() && source(request.writeKey()).isEmpty()) {
            return unauthorized(request.writeKey());
        }
        try {
            Envelope envelope = EnvelopeReader.read(BodyBytes.plain(body, request.contentEncoding()), request.route());
            Optional<String> key = request.writeKey().or(envelope::writeKey);
            return source(key).map(source -> take(request, envelope, source)).orElseGet(() -> unauthorized(key));
        } catch (BodyBytes.BodyTooLargeException e) {
            return refused(Reason.TOO_LARGE, "the body is larger than " + Limits.BODY_BYTES + " bytes");
        } catch (EnvelopeReader.TooManyCallsException e) {
            return refused(Reason.TOO_LARGE, "the batch has more than " + Limits.BATCH_CALLS + " calls");
        } catch (BodyBytes.UnknownEncodingException e) {
            return refused(Reason.UNKNOWN_ENCODING, "Content-Encoding must be gzip or absent");
        } catch (JsonProcessingException e) {
            return new Refused(Reason.MALFORMED, e.getOriginalMessage(), Optional.of(position(e.getLocation())));
        } catch (IOException e) {
            return refused(Reason.MALFORMED, "the body is not what its Content-Encoding says");
        }
    }

    private static Acceptance take(Request request, Envelope envelope, String source) {
        Problems ofBatch = new Problems(0, Optional.empty());
        Batch batch = batch(request, envelope, source, ofBatch);
        if (!ofBatch.isEmpty()) {
            EventProblem first = ofBatch.all().get(0);
            return refused(Reason.MALFORMED, "the batch's '" + first.field() + "' " + first.message());
        }
        if (expandedBytes(batch, envelope) > Limits.EXPANDED_BYTES) {
            return refused(
                    Reason.TOO_LARGE,
                    "the batch is larger than " + Limits.EXPANDED_BYTES + " bytes with its context in each event");
        }
        List<CustomerEvent> events = new ArrayList<>();
        List<EventProblem> problems = new ArrayList<>();
        for (int index = 0; index < envelope.items().size(); index++) {
            Envelope.Item item = envelope.items().get(index);
            Problems found = new Problems(index, messageId(item));
            CallReader.read(batch, item, found).ifPresent(events::add);
            problems.addAll(found.all());
        }
        return new Taken(events, problems);
    }

    /** What the batch's context makes of it, since each event gets it. */
    private static long expandedBytes(Batch batch, Envelope envelope) {
        return envelope.items().stream()
                .mapToLong(item -> item.size() + batch.contextBytes())
                .sum();
    }

    private static Batch batch(Request request, Envelope envelope, String source, Problems problems) {
        Instant receivedAt = request.receivedAt();
        if (!request.route().isBatch()) {
            return new Batch(request.route().type(), Optional.empty(), Map.of(), 0, false, source, receivedAt);
        }
        CallFields head = new CallFields(envelope.head(), problems);
        Map<String, Object> context = ContextFilter.kept(head.object("context"));
        return new Batch(
                Optional.empty(),
                head.time("sentAt"),
                context,
                context.isEmpty() ? 0 : ContractJson.write(context).length,
                head.flag("historical"),
                source,
                receivedAt);
    }

    private static Optional<String> messageId(Envelope.Item item) {
        JsonNode id = item.call().path("messageId");
        return Optional.ofNullable(id.textValue()).filter(text -> text.length() <= Limits.ID_LENGTH);
    }

    private Optional<String> source(Optional<String> key) {
        return key.flatMap(writeKeys::source);
    }

    private Acceptance unauthorized(Optional<String> key) {
        if (writeKeys.isEmpty()) {
            return refused(Reason.UNAUTHORIZED, "no write key is configured here (safar.ingest.write-keys)");
        }
        return refused(
                Reason.UNAUTHORIZED,
                key.isPresent()
                        ? "the write key is not known here"
                        : "a write key is required: as Basic auth user, in the body as writeKey, or as X-Write-Key");
    }

    private static Refused refused(Reason reason, String message) {
        return new Refused(reason, message, Optional.empty());
    }

    private static Position position(JsonLocation location) {
        return location == null
                ? new Position(1, 1)
                : new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
