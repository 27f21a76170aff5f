package dev.safar.dispatch.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.safar.dispatch.SharedData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

class TwilioSmsTest {

    private static final String ACCOUNT = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private final ProviderServer server = new ProviderServer();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void asksAsTheOfficialLibraryDoes() throws Exception {
        // given
        List<String> recorded = SharedData.lines("payloads/dispatch-requests/twilio_messages.jsonl");

        for (String line : recorded) {
            JsonNode request = new ObjectMapper().readTree(line);
            Map<String, String> form = Form.decode(request.path("body").asText());
            server.answers(jsonResponse("{\"sid\":\"SM1\"}", 201));

            // when
            Answer answer = provider(Optional.ofNullable(form.get("StatusCallback")))
                    .send(
                            ProviderServer.envelope(
                                    form.getOrDefault("From", form.get("MessagingServiceSid")),
                                    form.get("To"),
                                    form.containsKey("ValidityPeriod") ? Duration.ofHours(1) : null),
                            new Content.Sms(form.get("Body")));

            // then
            LoggedRequest sent = server.onlyRequest();
            assertThat(answer).isEqualTo(new Answer.Accepted("SM1"));
            assertThat(sent.getUrl()).isEqualTo(request.path("path").asText());
            assertThat(sent.getBodyAsString()).isEqualTo(request.path("body").asText());
            assertThat(recordedHeaders(request))
                    .contains(sent.getHeader("Authorization"), sent.getHeader("Content-Type"));
        }
    }

    @Test
    void tellsWhetherTryingAgainHelps() {
        assertThat(List.of(
                        answerTo(400, "{\"code\":21211,\"status\":400}"),
                        answerTo(401, "{\"code\":20003,\"status\":401}"),
                        answerTo(429, "{\"code\":20429,\"status\":429}"),
                        answerTo(500, "oops"),
                        answerTo(503, ""),
                        answerTo(504, "")))
                .containsExactly(
                        new Answer.Refused("twilio 21211"),
                        new Answer.Unreachable("twilio 20003"),
                        new Answer.TryAgain("twilio 20429", Duration.ofSeconds(7)),
                        new Answer.TryAgain("twilio 500", Duration.ofSeconds(7)),
                        new Answer.Unreachable("twilio 503"),
                        new Answer.Unknown("twilio 504"));
    }

    @Test
    void doesNotKnowWhatBecameOfARequestWithoutAnswer() {
        // given
        server.answers(aResponse().withStatus(201).withFixedDelay(5_000));

        // when
        HttpCaller impatient = new HttpCaller(Duration.ofSeconds(10), Duration.ofMillis(200));

        // then
        assertThat(send(impatient)).isEqualTo(new Answer.Unknown("no-answer"));
    }

    @Test
    void knowsThatAProviderItCannotConnectToHasNothing() {
        // given
        server.stop();

        // then
        assertThat(send()).isEqualTo(new Answer.Unreachable("unreachable"));
    }

    @Test
    void asksNothingForANumberThatIsNone() {
        assertThat(provider(Optional.empty())
                        .send(ProviderServer.envelope("+1", "not a number", null), new Content.Sms("hello")))
                .isEqualTo(new Answer.Refused("bad-number"));
    }

    private Answer answerTo(int status, String body) {
        server.answers(jsonResponse(body, status).withHeader("Retry-After", "7"));
        return send();
    }

    private Answer send() {
        return send(ProviderServer.HTTP);
    }

    private Answer send(HttpCaller http) {
        return provider(http, Optional.empty())
                .send(ProviderServer.envelope("+15005550006", "+989121234567", null), new Content.Sms("hello"));
    }

    private TwilioSms provider(Optional<String> callback) {
        return provider(ProviderServer.HTTP, callback);
    }

    private TwilioSms provider(HttpCaller http, Optional<String> callback) {
        return new TwilioSms(
                http,
                new TwilioSms.Settings(
                        server.url(),
                        ACCOUNT,
                        "test-auth-token",
                        new PhoneNumbers(""),
                        message -> callback,
                        SafarHeaders.forProviders()));
    }

    private static List<String> recordedHeaders(JsonNode request) throws Exception {
        return List.of(new ObjectMapper().treeToValue(request.path("rawHeaders"), String[].class));
    }
}
