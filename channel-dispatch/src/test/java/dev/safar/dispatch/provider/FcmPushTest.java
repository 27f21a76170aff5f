package dev.safar.dispatch.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.safar.dispatch.SharedData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

class FcmPushTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Content.Push PUSH =
            new Content.Push("سبد خرید", "Your cart is waiting", Optional.of("https://shop.example.com/cart"));

    private final ProviderServer server = new ProviderServer();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void asksForANotificationThatEndsWhenItIsNoLongerWanted() throws Exception {
        // given
        server.answers(jsonResponse("{\"name\":\"projects/demo-shop/messages/1\"}", 200));

        // when
        Answer answer = provider().send(ProviderServer.envelope("", "device-token-1", Duration.ofHours(1)), PUSH);

        // then
        LoggedRequest request = server.onlyRequest();
        assertThat(answer).isEqualTo(new Answer.Accepted("projects/demo-shop/messages/1"));
        assertThat(request.getUrl()).isEqualTo("/v1/projects/demo-shop/messages:send");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer ya29.test-token");
        assertThat(request.getHeader("X-Safar-Sent-At")).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(request.getHeader("X-Safar-Customer")).isEqualTo("ada");
        assertThat(JSON.readTree(request.getBodyAsString()))
                .isEqualTo(
                        JSON.readTree(
                                """
                {"message": {
                  "token": "device-token-1",
                  "notification": {"title": "سبد خرید", "body": "Your cart is waiting"},
                  "data": {"message_id": "m1", "customer": "ada", "journey": "abandoned-cart",
                           "step": "cart-reminder", "link": "https://shop.example.com/cart"},
                  "android": {"ttl": "3600s"},
                  "apns": {"headers": {"apns-expiration": "1795266000"}},
                  "webpush": {"fcm_options": {"link": "https://shop.example.com/cart"}, "headers": {"TTL": "3600"}}
                }}"""));
    }

    @Test
    void usesOnlyFieldsAndFormsThatTheOfficialLibraryUses() throws Exception {
        // given
        String line =
                SharedData.lines("payloads/dispatch-requests/fcm_send.jsonl").get(0);
        JsonNode recorded = JSON.readTree(JSON.readTree(line).path("body").asText());
        server.answers(jsonResponse("{\"name\":\"1\"}", 200));

        // when
        provider().send(ProviderServer.envelope("", "device-token-1", Duration.ofHours(1)), PUSH);

        // then
        JsonNode sent = JSON.readTree(server.onlyRequest().getBodyAsString());
        assertThat(unlike(sent, recorded, "")).isEmpty();
        assertThat(sent.at("/message/android/ttl")).isEqualTo(recorded.at("/message/android/ttl"));
        assertThat(sent.at("/message/webpush")).isEqualTo(recorded.at("/message/webpush"));
        assertThat(sent.at("/message/token")).isEqualTo(recorded.at("/message/token"));
    }

    @Test
    void refusesDevicesThatAreGoneAndHoldsWhatTheAccountIsToBlameFor() throws Exception {
        // given: the answers of the official library's own tests
        JsonNode errors = JSON.readTree(SharedData.read("provider-apis/fcm_responses.json"))
                .path("errors");

        // when
        List<Answer> answers = new ArrayList<>();
        errors.forEach(error -> answers.add(answerTo(400, error.toString())));

        // then
        assertThat(answers)
                .containsExactly(
                        new Answer.Refused("fcm UNREGISTERED"),
                        new Answer.Unreachable("fcm THIRD_PARTY_AUTH_ERROR"),
                        new Answer.Refused("fcm UNKNOWN_FCM_ERROR"),
                        new Answer.Refused("fcm NOT_FOUND"),
                        new Answer.Refused("fcm INVALID_ARGUMENT"));
    }

    @Test
    void judgesByTheStatusWhereTheAnswerIsNoJson() {
        assertThat(List.of(answerTo(429, "[not json]"), answerTo(500, ""), answerTo(503, ""), answerTo(401, "")))
                .containsExactly(
                        new Answer.TryAgain("fcm 429", Duration.ZERO),
                        new Answer.TryAgain("fcm 500", Duration.ZERO),
                        new Answer.Unreachable("fcm 503"),
                        new Answer.Unreachable("fcm 401"));
    }

    private Answer answerTo(int status, String body) {
        server.answers(jsonResponse(body, status));
        return provider().send(ProviderServer.envelope("", "device-token-1", null), PUSH);
    }

    private FcmPush provider() {
        return new FcmPush(
                ProviderServer.HTTP,
                new FcmPush.Settings(
                        server.url(), "demo-shop", Optional.of("ya29.test-token"), SafarHeaders.forSandboxes()));
    }

    /** Paths of fields that the other has not, or has as another kind; what is free to choose is passed over. */
    private static List<String> unlike(JsonNode sent, JsonNode recorded, String path) {
        List<String> unlike = new ArrayList<>();
        sent.properties().forEach(field -> {
            String here = path + "/" + field.getKey();
            JsonNode other = recorded.path(field.getKey());
            if (other.getNodeType() != field.getValue().getNodeType()) {
                unlike.add(here);
            } else if (!here.equals("/message/data")) {
                unlike.addAll(unlike(field.getValue(), other, here));
            }
        });
        return unlike;
    }
}
