package dev.safar.dispatch.provider;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Posts a call to another system, as JSON under an id by which it can recognise a repetition, and brings back what it says.
 * Redirects are answers: where they lead has not been allowed.
 */
public final class WebhookCaller implements ChannelProvider<Content.Call> {

    /** Of an answer; what is larger counts by its status alone. */
    public static final int LARGEST_ANSWER = 16 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Settings settings;

    /**
     * How to call.
     *
     * @param timeout longest wait for a whole answer; a step's own timeout may be shorter
     */
    public record Settings(Duration timeout, CallTargets targets, Optional<WebhookSignature> signature) {}

    public WebhookCaller(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean awaited() {
        return true;
    }

    @Override
    public Answer send(Envelope envelope, Content.Call content) {
        Optional<URI> url = CallTargets.url(envelope.to());
        if (url.isEmpty()) {
            return new Answer.Refused(CallTargets.BAD_URL);
        }
        Optional<String> refusal = settings.targets().reasonToRefuse(url.get());
        if (refusal.isPresent()) {
            return refusal.get().equals(CallTargets.UNKNOWN)
                    ? new Answer.TryAgain(CallTargets.UNKNOWN, Duration.ZERO)
                    : new Answer.Refused(refusal.get());
        }
        return call(url.get(), envelope, Json.write(content.fields()));
    }

    /** On this thread, which waits anyway: asynchronously, small machines would start a thread for each answer. */
    private Answer call(URI url, Envelope envelope, String body) {
        Duration timeout = timeout(envelope);
        long until = System.nanoTime() + timeout.toNanos();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(timeout).POST(HttpRequest.BodyPublishers.ofString(body));
        headers(envelope, body).forEach(request::header);
        try {
            return judge(client.send(request.build(), head -> new BoundedBody(LARGEST_ANSWER, until)));
        } catch (IOException | IllegalArgumentException e) {
            return failure(e, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        }
    }

    private Duration timeout(Envelope envelope) {
        Duration left = envelope.validFor().orElse(settings.timeout());
        Duration shorter = left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
        return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
    }

    private Map<String, String> headers(Envelope envelope, String body) {
        String id = envelope.message().messageId();
        long second = envelope.sentAt().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=UTF-8");
        headers.put("Accept", "application/json");
        headers.put("User-Agent", "Safar");
        headers.put("Idempotency-Key", id);
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(second));
        settings.signature().ifPresent(key -> headers.put("webhook-signature", key.of(id, second, body)));
        return headers;
    }

    private static Answer judge(HttpResponse<Optional<String>> response) {
        int status = response.statusCode();
        Optional<Reply> reply = Optional.of(
                new Reply(status, response.body().map(ReplyBody::parse).orElse(Map.of())));
        if (status / 100 == 2) {
            return new Answer.Accepted("", reply);
        }
        String reason = "http " + status;
        return status >= 500 || status == 408 || status == 425 || status == 429
                ? new Answer.TryAgain(reason, HttpCaller.retryAfter(response), reply)
                : new Answer.Refused(reason, reply);
    }

    /** A wait for the connection that is cut off by the call's own end is no different from a wait for the answer. */
    private static Answer failure(Exception failure, Duration timeout) {
        boolean unconnected = failure instanceof HttpConnectTimeoutException && timeout.compareTo(CONNECT) > 0;
        if (unconnected || failure instanceof ConnectException || failure instanceof UnresolvedAddressException) {
            return new Answer.TryAgain("unreachable", Duration.ZERO);
        }
        boolean late = failure instanceof HttpTimeoutException || failure.getCause() instanceof TimeoutException;
        return new Answer.Unknown(late ? "timeout" : "no-answer");
    }
}
