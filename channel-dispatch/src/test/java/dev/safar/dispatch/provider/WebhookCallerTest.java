package dev.safar.dispatch.provider;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.safar.dispatch.Messages;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

class WebhookCallerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ProviderServer server = new ProviderServer();

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void postsTheFieldsUnderAnIdThatCanBeRecognisedAndASignatureThatCanBeChecked() {
        // given
        server.answers(jsonResponse("{}", 200));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("order", "o-1");
        fields.put("name", "سارا");

        // when
        caller(LONG).send(envelope(server.url() + "/hook?x=1", null), new Content.Call(fields));

        // then
        LoggedRequest sent = server.onlyRequest();
        String body = "{\"order\":\"o-1\",\"name\":\"سارا\"}";
        long noon = Messages.NOON.getEpochSecond();
        assertThat(Arrays.asList(
                        sent.getMethod() + " " + sent.getUrl(),
                        sent.getBodyAsString(),
                        sent.getHeader("Content-Type"),
                        sent.getHeader("Idempotency-Key"),
                        sent.getHeader("webhook-id"),
                        sent.getHeader("webhook-timestamp"),
                        sent.getHeader("webhook-signature")))
                .containsExactly(
                        "POST /hook?x=1",
                        body,
                        "application/json; charset=UTF-8",
                        "m1",
                        "m1",
                        Long.toString(noon),
                        new WebhookSignature("a secret of some length").of("m1", noon, body));
    }

    @Test
    void bringsBackTheObjectThatIsAnswered() {
        assertThat(answerTo(
                        201,
                        "{\"score\":7,\"share\":0.5,\"ok\":true,\"name\":\"سارا\",\"none\":null,\"huge\":1e999,"
                                + "\"tags\":[\"a\",null,{\"b\":1}]}"))
                .isEqualTo(new Answer.Accepted(
                        "",
                        Optional.of(new Reply(
                                201,
                                Map.of(
                                        "score",
                                        7L,
                                        "share",
                                        0.5,
                                        "ok",
                                        true,
                                        "name",
                                        "سارا",
                                        "tags",
                                        List.of("a", Map.of("b", 1L)))))));
    }

    @Test
    void keepsOnlyTheStatusOfAnswersThatAreNoObjectOrTooLarge() {
        Answer statusOnly = new Answer.Accepted("", Optional.of(new Reply(200, Map.of())));

        assertThat(List.of(
                        answerTo(200, ""),
                        answerTo(200, "OK"),
                        answerTo(200, "[1]"),
                        answerTo(200, "{\"a\":\"" + "x".repeat(WebhookCaller.LARGEST_ANSWER) + "\"}"),
                        answerTo(200, "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}")
                                .reply()
                                .orElseThrow()
                                .status()))
                .containsExactly(statusOnly, statusOnly, statusOnly, statusOnly, 200);
    }

    @Test
    void triesAgainWhatMayBeBetterLaterAndNothingElse() {
        assertThat(List.of(
                        answerTo(302, ""),
                        answerTo(404, "{\"error\":\"no such order\"}"),
                        answerTo(429, ""),
                        answerTo(500, ""),
                        answerTo(503, "")))
                .containsExactly(
                        new Answer.Refused("http 302", reply(302)),
                        new Answer.Refused("http 404", Optional.of(new Reply(404, Map.of("error", "no such order")))),
                        new Answer.TryAgain("http 429", Duration.ofSeconds(7), reply(429)),
                        new Answer.TryAgain("http 500", Duration.ofSeconds(7), reply(500)),
                        new Answer.TryAgain("http 503", Duration.ofSeconds(7), reply(503)));
    }

    @Test
    void waitsNoLongerThanTheCallIsWorthSomething() {
        // given
        server.answers(aResponse().withStatus(200).withFixedDelay(10_000));

        // when
        Answer answer = caller(LONG).send(envelope(server.url(), Duration.ofMillis(200)), new Content.Call(Map.of()));

        // then
        assertThat(answer).isEqualTo(new Answer.Unknown("timeout"));
    }

    @Test
    void waitsNoLongerForABodyThatDripsIn() {
        // given
        server.answers(aResponse().withStatus(200).withBody("{}").withChunkedDribbleDelay(2, 20_000));

        // when
        Answer answer = caller(Duration.ofMillis(300)).send(envelope(server.url(), null), new Content.Call(Map.of()));

        // then
        assertThat(answer).isEqualTo(new Answer.Unknown("timeout"));
    }

    @Test
    void callsNobodyAtAnAddressThatIsNoneOrNotAllowed() {
        // given
        WebhookCaller caller = new WebhookCaller(new WebhookCaller.Settings(
                LONG, new CallTargets(List.of(), InetAddress::getAllByName), Optional.empty()));

        assertThat(List.of(
                        caller.send(envelope("order", null), new Content.Call(Map.of())),
                        caller.send(envelope(server.url(), null), new Content.Call(Map.of()))))
                .containsExactly(new Answer.Refused("bad-url"), new Answer.Refused("private-address"));
    }

    @Test
    void knowsThatNothingWasSentWhereNobodyListens() {
        // given
        server.stop();

        // then
        assertThat(caller(LONG).send(envelope(server.url(), null), new Content.Call(Map.of())))
                .isEqualTo(new Answer.TryAgain("unreachable", Duration.ZERO));
    }

    private Answer answerTo(int status, String body) {
        server.answers(jsonResponse(body, status).withHeader("Retry-After", "7"));
        return caller(LONG).send(envelope(server.url(), null), new Content.Call(Map.of()));
    }

    private static Optional<Reply> reply(int status) {
        return Optional.of(new Reply(status, Map.of()));
    }

    private static Envelope envelope(String to, Duration validFor) {
        return ProviderServer.envelope("", to, validFor);
    }

    private static WebhookCaller caller(Duration timeout) {
        return new WebhookCaller(new WebhookCaller.Settings(
                timeout,
                new CallTargets(List.of("localhost", "127.0.0.1"), InetAddress::getAllByName),
                Optional.of(new WebhookSignature("a secret of some length"))));
    }
}
