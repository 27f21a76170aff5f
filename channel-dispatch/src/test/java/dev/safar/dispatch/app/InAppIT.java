package dev.safar.dispatch.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Definition;
import dev.safar.contracts.Retraction;
import dev.safar.contracts.Topics;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.inapp.CustomerTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class InAppIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/inapp/")
    URI root;

    private Log log;

    @BeforeEach
    void publishTemplate() throws Exception {
        log = new Log(Surroundings.kafka.bootstrapServers());
        Map<String, String> files = Map.of(
                "templates/reminder/inapp.fa.liquid",
                "---\ntitle: سبد\nlink: https://shop.example/c\ndisplay: popup\n---\nسلام {{ customer.first_name }}");
        Definition template = new Definition(Definition.KIND_TEMPLATE, "reminder", "v1", files, null, null);
        log.write(Topics.DEFINITIONS, template.key(), template);
        eventually(() -> assertThat(get("../q/health/ready").statusCode()).isEqualTo(200));
    }

    @Test
    void showsWhatWaitedForACustomerAndReportsWhatThePageTells() throws Exception {
        // given
        send("i1", "leyla");

        // when: the page may be there before the message is
        JsonNode shown;
        try (BufferedReader page = open("leyla")) {
            shown = next(page);
        }

        // then
        String report = shown.path("report").asText();
        assertThat(shown)
                .isEqualTo(JSON.valueToTree(Map.of(
                        "id", "i1",
                        "title", "سبد",
                        "text", "سلام Ada",
                        "link", "https://shop.example/c",
                        "display", "popup",
                        "lang", "fa",
                        "dir", "rtl",
                        "report", report)));
        assertThat(receipts("leyla")).isEmpty();
        assertThat(List.of(
                        post("report/delivered", report),
                        post("report/delivered", report),
                        post("report/opened", report),
                        post("report/clicked", report),
                        post("report/deleted", report),
                        post("report/opened", "x" + report)))
                .containsExactly(204, 204, 204, 204, 404, 404);
        assertThat(receipts("leyla"))
                .containsExactly(
                        "In-App Message Sent",
                        "In-App Message Delivered",
                        "In-App Message Opened",
                        "In-App Message Link Clicked");
    }

    @Test
    void doesNotShowWhatWasRetractedWhileItWaited() throws Exception {
        // given
        send("i2", "mina");
        eventually(() -> assertThat(get("../q/metrics").body()).contains("safar_dispatch_inapp_waiting 1.0"));

        // when
        log.write(Topics.RETRACTIONS, "mina", new Retraction("i2", "mina", "inapp", "Order Completed", Instant.now()));

        // then
        eventually(() -> assertThat(receipts("mina")).containsExactly("In-App Message Dropped"));
        assertThat(get("../q/metrics").body()).contains("safar_dispatch_inapp_waiting 0.0");
    }

    @Test
    void opensToPagesOfTheShopForCustomersThatTheShopNames() throws Exception {
        String token = token("nobody");

        assertThat(get("stream?token=" + token + "x").statusCode()).isEqualTo(403);
        assertThat(get("stream").statusCode()).isEqualTo(403);
        assertThat(allowedOrigin("https://fa.shop.example")).isEqualTo("https://fa.shop.example");
        assertThat(allowedOrigin("https://evil.example")).isEmpty();
        assertThat(get("safar-inapp.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
    }

    private String allowedOrigin(String origin) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("stream"))
                .header("Origin", origin)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    private BufferedReader open(String customer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("stream?token=" + token(customer)))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<InputStream> stream = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    private static JsonNode next(BufferedReader page) throws Exception {
        String line = page.readLine();
        while (!line.startsWith("data: ")) {
            line = page.readLine();
        }
        return JSON.readTree(line.substring("data: ".length()));
    }

    private static String token(String customer) {
        return new CustomerTokens(Surroundings.SECRET)
                .issue(customer, Instant.now().plus(Duration.ofHours(1)));
    }

    private void send(String messageId, String customer) throws Exception {
        log.write(
                Topics.MESSAGES_INAPP,
                customer,
                Messages.requestedAt(Messages.message(messageId, customer, "inapp", null, null), Instant.now()));
    }

    private List<String> receipts(String customer) {
        return log.events(customer).stream().map(CustomerEvent::event).toList();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(root.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int post(String path, String body) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(root.resolve(path))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
