package dev.safar.dispatch.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class HttpCallerTest {

    private final ProviderServer server = new ProviderServer();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void waitsNoLongerForAnAnswerThatDripsIn() {
        // given
        server.answers(aResponse().withStatus(200).withBody("{}").withChunkedDribbleDelay(2, 40_000));

        // then
        assertThat(post(Duration.ofMillis(500))).isEqualTo(new Answer.Unknown("no-answer"));
    }

    @Test
    void readsNothingOfAnAnswerThatIsTooLarge() {
        // given
        server.answers(aResponse().withStatus(200).withBody("x".repeat(70_000)));

        // then
        assertThat(post(Duration.ofSeconds(20))).isEqualTo(new Answer.Accepted("200 of 0"));
    }

    private Answer post(Duration timeout) {
        return new HttpCaller(Duration.ofSeconds(10), timeout)
                .post(
                        URI.create(server.url()),
                        Map.of(),
                        "",
                        answered -> new Answer.Accepted(
                                answered.status() + " of " + answered.body().length()));
    }
}
