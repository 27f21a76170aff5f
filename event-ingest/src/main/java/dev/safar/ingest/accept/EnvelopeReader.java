package dev.safar.ingest.accept;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON of a body and measures each call in it. */
final class EnvelopeReader {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.BODY_DEPTH)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .build();

    private EnvelopeReader() {}

    /**
     * Reads a whole body.
     *
     * @throws TooManyCallsException if a batch has more than {@link Limits#BATCH_CALLS}
     * @throws JsonProcessingException with the place, if it is not the JSON that its route asks for
     */
    static Envelope read(byte[] body, Route route) throws IOException {
        try (JsonParser parser = MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnexpectedJsonException(parser, "the body must be a JSON object");
            }
            Envelope envelope = route.isBatch() ? batch(parser) : single(parser, body.length);
            if (parser.nextToken() != null) {
                throw new UnexpectedJsonException(parser, "the body goes on after its JSON object");
            }
            return envelope;
        } catch (UnexpectedJsonException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw new JsonParseException(null, SyntaxProblem.of(e), e.getLocation(), e);
        }
    }

    private static Envelope single(JsonParser parser, int size) throws IOException {
        ObjectNode call = MAPPER.readTree(parser);
        return new Envelope(call, List.of(new Envelope.Item(call, size)));
    }

    private static Envelope batch(JsonParser parser) throws IOException {
        ObjectNode head = MAPPER.createObjectNode();
        List<Envelope.Item> items = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("batch")) {
                items = items(parser);
            } else {
                head.set(field, MAPPER.readTree(parser));
            }
        }
        if (items == null) {
            throw new UnexpectedJsonException(parser, "'batch' is missing: an array of calls");
        }
        return new Envelope(head, items);
    }

    private static List<Envelope.Item> items(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnexpectedJsonException(parser, "'batch' must be an array of calls");
        }
        List<Envelope.Item> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == Limits.BATCH_CALLS) {
                throw new TooManyCallsException();
            }
            long start = offset(parser.currentTokenLocation());
            items.add(new Envelope.Item(MAPPER.readTree(parser), offset(parser.currentLocation()) - start));
        }
        return items;
    }

    /** JSON, but not what was asked for. */
    private static final class UnexpectedJsonException extends JsonParseException {
        private static final long serialVersionUID = 1L;

        UnexpectedJsonException(JsonParser parser, String message) {
            super(parser, message);
        }
    }

    /** The batch goes on after the last call that it may have. */
    static final class TooManyCallsException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Jackson counts bytes in UTF-8 and characters in other encodings. */
    private static long offset(JsonLocation location) {
        return location.getByteOffset() >= 0 ? location.getByteOffset() : location.getCharOffset();
    }
}
