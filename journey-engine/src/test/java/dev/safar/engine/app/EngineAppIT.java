package dev.safar.engine.app;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class EngineAppIT {

    @TestHTTPResource
    URI root;

    @Test
    void becomesReadyAndAnswers() {
        // when
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> assertThat(get("q/health/ready").statusCode()).isEqualTo(200));

        // then
        assertThat(get("q/health/live").statusCode()).isEqualTo(200);
        assertThat(get("journeys").body())
                .isEqualTo("[{\"journey\":\"abandoned-cart\",\"entered\":0,\"waiting\":0,\"finished\":{},\"steps\":[]},"
                        + "{\"journey\":\"post-purchase\",\"entered\":0,\"waiting\":0,\"finished\":{},\"steps\":[]},"
                        + "{\"journey\":\"win-back\",\"entered\":0,\"waiting\":0,\"finished\":{},\"steps\":[]}]");
        assertThat(get("definitions/current").body())
                .startsWith("{\"workspace\":{\"version\":\"")
                .contains("\"abandoned-cart.yaml\":")
                .contains("\"bootstrapServers\":");
        assertThat(get("customers/nobody").statusCode()).isEqualTo(404);
        assertThat(get("q/metrics").body())
                .contains("safar_runs_waiting{journey=\"win-back\"} 0.0")
                .contains("safar_tick_age_seconds")
                .contains("safar_timers_oldest_overdue_seconds")
                .contains("safar_engine_lag")
                .contains("safar_dead_letters_total")
                .contains("safar_timer_lateness_seconds");
    }

    private HttpResponse<String> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(root.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer on " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted on " + path, e);
        }
    }
}
