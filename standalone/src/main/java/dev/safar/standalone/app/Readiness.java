package dev.safar.standalone.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits until every part says that it is ready for work. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 50;
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;

    Readiness(HttpAddress address) {
        this.request = HttpRequest.newBuilder(URI.create(address.urlFromHere() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    /**
     * Returns when all are ready.
     *
     * @param ended completes if the application ends meanwhile
     * @throws StartFailure if some are not within the limit; it says which
     */
    void await(CompletableFuture<Void> ended) {
        long giveUpAt = System.nanoTime() + LIMIT.toNanos();
        HttpResponse<String> response = ask();
        while (response.statusCode() != OK) {
            if (ended.isDone()) {
                throw new StartFailure("stopped while starting");
            }
            if (System.nanoTime() > giveUpAt) {
                throw new StartFailure("not ready within " + LIMIT.toSeconds() + " s: "
                        + String.join(", ", notReady(response.body())));
            }
            pause();
            response = ask();
        }
    }

    private HttpResponse<String> ask() {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartFailure("does not answer on " + request.uri() + " (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static List<String> notReady(String health) {
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode check : new ObjectMapper().readTree(health).path("checks")) {
                if (!check.path("status").asText().equals("UP")) {
                    names.add(check.path("name").asText());
                }
            }
        } catch (IOException e) {
            names.add(health);
        }
        return names;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StartFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StartFailure("interrupted while starting", e);
    }
}
