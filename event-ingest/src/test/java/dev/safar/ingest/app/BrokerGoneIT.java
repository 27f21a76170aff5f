package dev.safar.ingest.app;

import dev.safar.kafka.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TestProfile(BrokerGoneIT.NoBroker.class)
class BrokerGoneIT {

    private static final String CALL =
            "{\"userId\":\"ada\",\"event\":\"E\",\"properties\":{\"note\":\"" + "x".repeat(500) + "\"}}";

    @Test
    void asksToSendAgainLater() {
        // when
        Response response = post();

        // then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("5");
        assertThat(response.asString())
                .isEqualTo("{\"success\":false,\"accepted\":0,"
                        + "\"message\":\"the event log can't be written at the moment; send this request again\"}");
    }

    @Test
    void turnsAwayWhatWouldWaitBehindTooMuch() {
        // when
        List<Response> responses =
                Stream.generate(() -> CompletableFuture.supplyAsync(BrokerGoneIT::post)).limit(2).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        // then
        assertThat(responses).extracting(Response::statusCode).containsExactlyInAnyOrder(429, 503);
        assertThat(responses)
                .filteredOn(response -> response.statusCode() == 429)
                .extracting(response -> response.header("Retry-After"))
                .containsExactly("1");
    }

    @Test
    void isAliveButNotReady() {
        assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(503);
    }

    private static Response post() {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic("demo-write-key", "")
                .body(CALL)
                .post("/v1/track");
    }

    /** Nobody listens where the broker should be, and there is room for one event. */
    public static final class NoBroker implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kafka.bootstrap.servers", "127.0.0.1:" + Endpoint.free().port(),
                    "safar.ingest.delivery-timeout", "2s",
                    "safar.ingest.max-in-flight-bytes", "1000");
        }
    }
}
