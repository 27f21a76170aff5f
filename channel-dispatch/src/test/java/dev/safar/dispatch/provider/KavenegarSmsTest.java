package dev.safar.dispatch.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.SharedData;
import dev.safar.dispatch.tracking.MessageRef;
import dev.safar.dispatch.tracking.RecentMessages;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

class KavenegarSmsTest {

    private static final String ACCEPTED =
            "{\"return\":{\"status\":200},\"entries\":[{\"messageid\":8792343,\"status\":1}]}";

    private final RecentMessages accepted = new RecentMessages(10);
    private final ProviderServer server = new ProviderServer();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void asksAsTheOfficialLibraryDoes() throws Exception {
        // given: a recorded call for two receivers; ours have one
        String line =
                SharedData.lines("payloads/dispatch-requests/kavenegar.jsonl").get(0);
        JsonNode recorded = new ObjectMapper().readTree(line);
        Map<String, String> form = Form.decode(recorded.path("body").asText());
        server.answers(jsonResponse(ACCEPTED, 200));

        // when
        Answer answer = provider("6D7A716B686A")
                .send(
                        ProviderServer.envelope(form.get("sender"), "+989121234567", null),
                        new Content.Sms(form.get("message")));

        // then
        String expected = recorded.path("body")
                .asText()
                .replace("receptor=09121234567%2C09351234567", "receptor=09121234567")
                .replace("localid=101%2C102", "localid=" + LocalIds.of("m1"));
        assertThat(answer).isEqualTo(new Answer.Accepted("8792343"));
        assertThat(accepted.find("8792343")).contains(MessageRef.of(Messages.email("m1")));
        assertThat(server.onlyRequest().getBodyAsString()).isEqualTo(expected);
        assertThat(server.onlyRequest().getUrl())
                .isEqualTo(URI.create(recorded.path("path").asText()).getPath());
    }

    @Test
    void acceptsTheSampleAnswer() throws Exception {
        // given
        JsonNode sample = new ObjectMapper()
                .readTree(SharedData.read("provider-apis/kavenegar_responses.json"))
                .path("send");

        // then
        assertThat(answerTo(200, sample.toString())).isEqualTo(new Answer.Accepted("8792343"));
    }

    @Test
    void givesTheSameMessageTheSameNumber() {
        assertThat(LocalIds.of("m1")).isEqualTo(LocalIds.of("m1")).isNotEqualTo(LocalIds.of("m2"));
        assertThat(Long.parseLong(LocalIds.of("m1"))).isPositive();
    }

    @Test
    void tellsWhetherTryingAgainHelps() {
        assertThat(List.of(
                        answerTo(411, "{\"return\":{\"status\":411}}"),
                        answerTo(418, "{\"return\":{\"status\":418}}"),
                        answerTo(403, "{\"return\":{\"status\":403}}"),
                        answerTo(409, "{\"return\":{\"status\":409}}"),
                        answerTo(200, "{\"return\":{\"status\":200},\"entries\":[{\"messageid\":1,\"status\":14}]}"),
                        answerTo(503, "")))
                .containsExactly(
                        new Answer.Refused("kavenegar 411"),
                        new Answer.Unreachable("kavenegar 418"),
                        new Answer.Unreachable("kavenegar 403"),
                        new Answer.TryAgain("kavenegar 409", Duration.ZERO),
                        new Answer.Refused("kavenegar status 14"),
                        new Answer.Unreachable("kavenegar 503"));
    }

    private Answer answerTo(int status, String body) {
        server.answers(jsonResponse(body, status));
        return provider("key")
                .send(ProviderServer.envelope("10004346", "+989121234567", null), new Content.Sms("سلام"));
    }

    private KavenegarSms provider(String apiKey) {
        return new KavenegarSms(
                ProviderServer.HTTP, new KavenegarSms.Settings(server.url(), apiKey, new PhoneNumbers("IR"), accepted));
    }
}
