package dev.safar.standalone.chaos.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An engine, a dispatcher or ingest: a process that answers over HTTP. */
public final class Service extends ManagedProcess {

    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER)
            .build();

    Service(String name, int port, List<String> command, Path log) {
        super(name, command, log);
        this.port = port;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Whether it says that it is ready. */
    public boolean isReady() {
        return isAlive() && get("/q/health/ready").isPresent();
    }

    /** Whether it is up and does not say that it has given up: what an orchestrator leaves alone. */
    public boolean isLive() {
        return isAlive() && get("/q/health/live").isPresent();
    }

    /** What it answers; empty unless that is a 200 within two seconds. */
    public Optional<String> get(String path) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(url().resolve(path)).timeout(ANSWER).build(),
                    HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
