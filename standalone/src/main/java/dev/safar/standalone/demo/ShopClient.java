package dev.safar.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A shop's server and its customers' mail programs, as seen from Safar: HTTP requests. */
final class ShopClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int BATCH = 100;

    private final URI base;
    private final String authorization;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /**
     * @param base where Safar listens
     * @param writeKey which it accepts
     */
    ShopClient(URI base, String writeKey) {
        this.base = base;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    }

    /** Posts calls in Segment's batches; every one must be accepted. */
    void post(List<ShopCall> calls, Instant sentAt) {
        for (int from = 0; from < calls.size(); from += BATCH) {
            postBatch(calls.subList(from, Math.min(from + BATCH, calls.size())), sentAt);
        }
    }

    /** Fetches what a mail program fetches. */
    void fetch(URI uri) {
        send(HttpRequest.newBuilder(uri).timeout(TIMEOUT).GET().build());
    }

    private void postBatch(List<ShopCall> calls, Instant sentAt) {
        Map<String, Object> batch = Map.of(
                "sentAt",
                sentAt.toString(),
                "batch",
                calls.stream().map(ShopCall::toSegment).toList());
        send(HttpRequest.newBuilder(base.resolve("/v1/batch"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(batch)))
                .build());
    }

    private void send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new DemoFailure(request.method() + " " + request.uri().getPath() + " was answered with "
                        + response.statusCode() + ": " + response.body());
            }
        } catch (IOException e) {
            throw new DemoFailure(request.method() + " " + request.uri().getPath() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("calls are maps of texts and numbers", e);
        }
    }
}
