package dev.safar.dispatch.provider;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.safar.dispatch.Messages;
import dev.safar.dispatch.tracking.MessageRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

/** Stands in for a provider: answers as told and keeps what it was asked. */
final class ProviderServer implements AutoCloseable {

    static final HttpCaller HTTP = new HttpCaller(Duration.ofSeconds(10), Duration.ofSeconds(20));

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private final String url;

    ProviderServer() {
        server.start();
        url = server.baseUrl();
    }

    String url() {
        return url;
    }

    void answers(ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    LoggedRequest onlyRequest() {
        List<LoggedRequest> requests = server.findAll(anyRequestedFor(anyUrl()));
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests");
        }
        return requests.get(0);
    }

    void stop() {
        server.stop();
    }

    @Override
    public void close() {
        server.stop();
    }

    static Envelope envelope(String from, String to, Duration validFor) {
        return new Envelope(
                MessageRef.of(Messages.email("m1")), from, to, Messages.NOON, Optional.ofNullable(validFor));
    }
}
