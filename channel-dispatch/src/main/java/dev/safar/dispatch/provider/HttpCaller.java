package dev.safar.dispatch.provider;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Posts to a provider within bounded times and says plainly how that ended. */
public final class HttpCaller {

    /** Of an answer; of a larger one nothing is read but its status. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout longest wait for a whole answer */
    public HttpCaller(Duration connectTimeout, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
        this.timeout = timeout;
    }

    /** Posts, and lets {@code whenAnswered} judge the answer of a provider that gave one. */
    Answer post(URI url, Map<String, String> headers, String body, Function<HttpResult.Answered, Answer> whenAnswered) {
        HttpResult result = call(url, headers, body);
        if (result instanceof HttpResult.Answered answered) {
            return whenAnswered.apply(answered);
        }
        return result instanceof HttpResult.NotReached notReached
                ? new Answer.Unreachable(notReached.reason())
                : new Answer.Unknown("no-answer");
    }

    /** The judgement on a status that says nothing particular of a provider. */
    static Answer byStatus(HttpResult.Answered answered, String reason) {
        return switch (answered.status()) {
            case 401 -> new Answer.Unreachable(reason);
            case 408, 425, 429, 500 -> new Answer.TryAgain(reason, answered.retryAfter());
            case 503 -> new Answer.Unreachable(reason);
            default -> answered.status() >= 500 ? new Answer.Unknown(reason) : new Answer.Refused(reason);
        };
    }

    private HttpResult call(URI url, Map<String, String> headers, String body) {
        long until = System.nanoTime() + timeout.toNanos();
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        try {
            HttpResponse<Optional<String>> response =
                    client.send(request.build(), head -> new BoundedBody(LARGEST_ANSWER, until));
            return new HttpResult.Answered(
                    response.statusCode(), response.body().orElse(""), retryAfter(response));
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
            return new HttpResult.NotReached("unreachable");
        } catch (IOException e) {
            return new HttpResult.NoAnswer(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HttpResult.NoAnswer("interrupted");
        }
    }

    static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }
}
