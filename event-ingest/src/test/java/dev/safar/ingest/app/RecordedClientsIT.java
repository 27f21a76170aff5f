package dev.safar.ingest.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.safar.contracts.CustomerEvent;
import dev.safar.ingest.SharedData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What unmodified tracking clients sent, sent again. */
@QuarkusTest
@WithTestResource(KafkaResource.class)
class RecordedClientsIT {

    private static final Set<String> SET_BY_THE_CLIENT =
            Set.of("host", "connection", "content-length", "accept-encoding");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource
    URI address;

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jitsu-js-browser",
                "jitsu-js-node",
                "rudder-analytics-js-browser",
                "rudder-sdk-node-nogzip",
                "rudder-sdk-node",
                "segment-analytics-java-503",
                "segment-analytics-java",
                "segment-analytics-next-browser-batching",
                "segment-analytics-next-browser",
                "segment-analytics-node-503",
                "segment-analytics-node-flush1",
                "segment-analytics-node"
            })
    void takesWhatTheClientSends(String recording) throws Exception {
        List<JsonNode> requests = SharedData.lines("payloads/client-requests/" + recording + ".jsonl");
        try (Log log = new Log(bootstrapServers)) {
            for (JsonNode request : requests) {
                // when
                HttpResponse<String> response = send(request);

                // then
                if (request.path("method").asText().equals("OPTIONS")) {
                    assertThat(response.statusCode()).isEqualTo(204);
                    assertThat(allowed(response)).containsAll(asked(request));
                } else {
                    assertThat(response.body()).isEqualTo("{\"success\":true}");
                    assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                            .contains("*");
                }
                assertThat(log.newEvents().stream().map(Seen::of).toList()).isEqualTo(expected(request));
            }
        }
    }

    private HttpResponse<String> send(JsonNode recorded) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(recorded.path("path").asText()));
        JsonNode headers = recorded.path("rawHeaders");
        for (int i = 0; i < headers.size(); i += 2) {
            String name = headers.get(i).asText();
            if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, headers.get(i + 1).asText());
            }
        }
        byte[] body = recorded.has("bodyBase64")
                ? Base64.getDecoder().decode(recorded.path("bodyBase64").asText())
                : recorded.path("body").asText().getBytes(StandardCharsets.UTF_8);
        return client.send(
                request.method(recorded.path("method").asText(), HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> allowed(HttpResponse<String> response) {
        return List.of(response.headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElse("")
                .split(", *"));
    }

    private static List<String> asked(JsonNode request) {
        List<String> headers = new ArrayList<>();
        request.path("rawHeaders").forEach(text -> headers.add(text.asText()));
        return List.of(headers.get(headers.indexOf("Access-Control-Request-Headers") + 1)
                .split(","));
    }

    private static List<Seen> expected(JsonNode request) throws IOException {
        Map<String, ObjectNode> calls = calls(request);
        return StreamSupport.stream(request.path("expect").path("events").spliterator(), false)
                .map(event -> Seen.of(event, calls.get(event.path("messageId").asText())))
                .sorted(Comparator.comparing(Seen::messageId))
                .toList();
    }

    /** The calls of a body by message id, each with the time of sending that holds for it. */
    private static Map<String, ObjectNode> calls(JsonNode request) throws IOException {
        Map<String, ObjectNode> calls = new HashMap<>();
        if (request.path("body").asText().isEmpty()) {
            return calls;
        }
        JsonNode body = MAPPER.readTree(request.path("body").asText());
        for (JsonNode call : body.has("batch") ? body.path("batch") : List.of(body)) {
            ObjectNode withHead = call.deepCopy();
            if (!call.has("sentAt") && body.has("sentAt")) {
                withHead.set("sentAt", body.get("sentAt"));
            }
            calls.put(call.path("messageId").asText(), withHead);
        }
        return calls;
    }

    /** What a recording says of an event, and the log has to hold. */
    private record Seen(
            String type, String event, String userId, String anonymousId, String messageId, Instant at, String other) {

        static Seen of(CustomerEvent event) {
            assertThat(event.customerId()).isEqualTo(event.userId() == null ? event.anonymousId() : event.userId());
            Object other =
                    event.properties() == null ? null : event.properties().get(other(event.type()));
            return new Seen(
                    event.type(),
                    event.event(),
                    event.userId(),
                    event.anonymousId(),
                    event.messageId(),
                    event.timestamp(),
                    (String) other);
        }

        static Seen of(JsonNode event, ObjectNode call) {
            String other = text(event, other(event.path("type").asText()));
            return new Seen(
                    text(event, "type"),
                    text(event, "event"),
                    text(event, "userId"),
                    text(event, "anonymousId"),
                    text(event, "messageId"),
                    at(event, text(call, "sentAt")),
                    other == null ? text(call.path("properties"), "name") : other);
        }

        private static Instant at(JsonNode event, String sentAt) {
            if (event.has("timestamp") && event.has("originalTimestamp")) {
                return Instant.parse(event.path("timestamp").asText());
            }
            Instant happened = Instant.parse(event.path(event.has("timestamp") ? "timestamp" : "originalTimestamp")
                    .asText());
            return sentAt == null ? happened : TestClock.NOW.minus(Duration.between(happened, Instant.parse(sentAt)));
        }

        private static String other(String type) {
            return switch (type) {
                case "group" -> "groupId";
                case "alias" -> "previousId";
                default -> "name";
            };
        }

        private static String text(JsonNode event, String field) {
            String text = event.path(field).asText("");
            return text.isEmpty() ? null : text;
        }
    }
}
