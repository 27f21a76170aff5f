package dev.safar.ingest.app;

import dev.safar.contracts.ContractJson;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Headers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(KafkaResource.class)
class IngestIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Log log;

    @BeforeEach
    void lookAtTheLog() {
        log = new Log(bootstrapServers);
    }

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    @Test
    void writesACallIntoTheLogBeforeItAnswers() {
        // given
        String call =
                """
                {"userId": "ada", "event": "Order Completed", "messageId": "m-1", "timestamp": "2026-11-22T07:59:00Z",
                 "properties": {"order_id": "o-1", "revenue": 25.5, "note": "کفش"}, "context": {"ip": "203.0.113.7"}}
                """;

        // when
        Response response = post("/v1/track", call);

        // then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).isEqualTo("{\"success\":true}");
        assertThat(log.newRecords()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("ada");
            assertThat(headers(record)).isEqualTo(Map.of(Headers.TYPE, "track", Headers.EVENT, "Order Completed"));
            assertThat(new String(record.value(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "{\"type\":\"track\",\"event\":\"Order Completed\",\"customerId\":\"ada\",\"userId\":\"ada\","
                                    + "\"messageId\":\"m-1\",\"timestamp\":\"2026-11-22T07:59:00Z\","
                                    + "\"receivedAt\":\"2026-11-22T08:00:00Z\","
                                    + "\"properties\":{\"order_id\":\"o-1\",\"revenue\":25.5,\"note\":\"کفش\"},"
                                    + "\"source\":\"shop\"}");
        });
    }

    @Test
    void takesTheGoodEventsOfABatchAndSaysWhatIsWrongWithTheOthers() {
        // given
        String batch =
                """
                {"batch": [
                  {"type": "track", "userId": "ada", "event": "Product Added", "messageId": "m-1"},
                  {"type": "track", "userId": "ada", "messageId": "m-2"},
                  {"type": "track", "event": "Product Added", "messageId": "m-3"},
                  {"type": "page", "anonymousId": "anon", "name": "Home", "messageId": "m-4"}]}
                """;

        // when
        Response response = post("/v1/batch", batch);

        // then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString())
                .isEqualTo(
                        "{\"success\":false,\"accepted\":2,\"errors\":["
                                + "{\"index\":1,\"messageId\":\"m-2\",\"field\":\"event\",\"message\":\"is required: the name of what happened\"},"
                                + "{\"index\":2,\"messageId\":\"m-3\",\"field\":\"userId\",\"message\":\"is required, or anonymousId\"}]}");
        assertThat(log.newEvents()).extracting(CustomerEvent::messageId).containsExactly("m-1", "m-4");
    }

    @Test
    void keepsTheMessageIdOfARepeatedCall() {
        // given
        String withId = "{\"userId\": \"ada\", \"event\": \"Cart Viewed\", \"messageId\": \"m-1\"}";
        String without = "{\"userId\": \"ada\", \"event\": \"Cart Viewed\", \"properties\": {\"cart_id\": \"c-1\"}}";

        // when
        List.of(withId, withId, without, without).forEach(call -> post("/v1/track", call));

        // then
        Map<String, Long> times = log.newEvents().stream()
                .collect(Collectors.groupingBy(CustomerEvent::messageId, Collectors.counting()));
        assertThat(times).hasSize(2).containsEntry("m-1", 2L).allSatisfy((id, count) -> assertThat(count)
                .isEqualTo(2));
    }

    @Test
    void keepsTheOrderOfACustomersEvents() {
        // given
        String calls = IntStream.range(0, 100)
                .mapToObj(i -> "{\"type\":\"track\",\"userId\":\"ada\",\"event\":\"E\",\"messageId\":\"m-" + i + "\"}")
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));

        // when
        post("/v1/batch", calls);

        // then
        assertThat(log.newRecords())
                .extracting(record ->
                        ContractJson.read(record.value(), CustomerEvent.class).messageId())
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "m-" + i).toList());
    }

    @Test
    void tellsWhoeverLooksWhatThereIsToCall() {
        Response response = RestAssured.get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getList("post", String.class)).contains("/v1/track", "/v1/batch");
    }

    @Test
    void saysWhereBrokenJsonIsBroken() {
        // when
        Response response = post("/v1/track", "{\"userId\": \"ada\",\n \"event\" \"E\"}");

        // then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getMap(""))
                .containsEntry("success", false)
                .containsEntry("accepted", 0)
                .containsEntry("line", 2)
                .containsEntry("column", 10)
                .containsEntry("message", "there should be a ':' before \"");
        assertThat(log.newRecords()).isEmpty();
    }

    @Test
    void refusesAWriteKeyThatIsNotKnown() {
        // when
        Response wrong = RestAssured.given()
                .auth()
                .preemptive()
                .basic("other", "")
                .body("{}")
                .post("/v1/track");
        Response missing =
                RestAssured.given().body("{\"userId\":\"ada\",\"event\":\"E\"}").post("/v1/track");

        // then
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.jsonPath().getString("message")).isEqualTo("the write key is not known here");
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(missing.jsonPath().getString("message")).startsWith("a write key is required");
        assertThat(log.newRecords()).isEmpty();
    }

    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        assertThat(post("/v1/batch", " ".repeat(600 * 1024)).statusCode()).isEqualTo(413);
        assertThat(statusLineForBodyOf(10 * 1024 * 1024)).startsWith("HTTP/1.1 413");
    }

    @Test
    void refusesASmallBodyThatUnpacksToALargeOne() throws IOException {
        // given
        byte[] bomb = gzip(" ".repeat(50 * 1024 * 1024));

        // when
        Response response = RestAssured.given()
                .auth()
                .preemptive()
                .basic("demo-write-key", "")
                .header("Content-Encoding", "gzip")
                .body(bomb)
                .post("/v1/batch");

        // then
        assertThat(bomb.length).isLessThan(100 * 1024);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.jsonPath().getString("message")).isEqualTo("the body is larger than 512000 bytes");
    }

    @Test
    void answersNotFoundToAnUnknownCall() {
        assertThat(post("/v1/delete", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void isReadyAndCountsWhatItDoes() {
        // given
        post("/v1/track", "{\"userId\": \"ada\", \"event\": \"Cart Viewed\"}");
        post("/v1/track", "{\"userId\": \"ada\"}");

        // when
        Response ready = RestAssured.get("/q/health/ready");
        String metrics = RestAssured.get("/q/metrics").asString();

        // then
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(metrics)
                .contains("safar_ingest_events_total{source=\"shop\",type=\"track\"}")
                .contains("safar_ingest_rejected_total{reason=\"missing\"}")
                .contains("safar_ingest_requests_total{status=\"400\"}")
                .contains("safar_ingest_request_seconds_count");
    }

    /** A body of that size is announced and never sent: the answer doesn't wait for it. */
    private static String statusLineForBodyOf(int bytes) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port);
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            String head = "POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bytes + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return answer.readLine();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static Response post(String path, String body) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic("demo-write-key", "")
                .contentType("text/plain; charset=UTF-8")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
    }
}
