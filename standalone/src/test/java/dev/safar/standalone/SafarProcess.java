package dev.safar.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.standalone.mailbox.Mailbox;
import dev.safar.standalone.mailbox.MailboxEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The program as it is shipped, in a process of its own, on a clock that the test steps. */
final class SafarProcess implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern EVENTS_URL = Pattern.compile("http://localhost:(\\d+)/v1/track");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final String WRITE_KEY = "test-write-key";

    private final Path data;
    private final Path output;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private SafarProcess(Path data, Path output, Process process) {
        this.data = data;
        this.output = output;
        this.process = process;
    }

    /** Starts {@code safar} with some arguments; returns at once. */
    static SafarProcess run(Path data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                PROGRAM.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(
                Files.createDirectories(data.toAbsolutePath().getParent()), "safar", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new SafarProcess(data, output, process);
    }

    /** Starts {@code safar up} on the shipped journeys, and waits until it is up. */
    static SafarProcess up(Path data, Instant clock, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "up", "--data", data.toString(), "--port", "0", "--write-key", WRITE_KEY, "--clock", clock.toString()));
        arguments.addAll(List.of(options));
        arguments.add(Path.of("..", "journeys").toString());
        SafarProcess safar = run(data, arguments.toArray(String[]::new));
        await().atMost(START_LIMIT).untilAsserted(() -> {
            assertThat(safar.output()).as("while it starts").doesNotContain("safar: ");
            assertThat(safar.output()).contains("Safar is up");
        });
        return safar;
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        Matcher url = EVENTS_URL.matcher(output());
        assertThat(url.find()).as(output()).isTrue();
        return Integer.parseInt(url.group(1));
    }

    /** Posts calls as a batch. */
    void post(String... calls) {
        String body = "{\"batch\":[" + String.join(",", calls) + "]}";
        String key = Base64.getEncoder().encodeToString((WRITE_KEY + ":").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = to("/v1/batch")
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    void stepTo(Instant time) {
        HttpRequest request = to("/sandbox/clock")
                .PUT(HttpRequest.BodyPublishers.ofString(time.toString()))
                .build();
        assertThat(send(request).body()).isEqualTo(time.toString());
    }

    String get(String path) {
        return send(to(path).build()).body();
    }

    /** A journey as {@code GET /journeys} tells it. */
    JsonNode journey(String name) {
        try {
            for (JsonNode journey : new ObjectMapper().readTree(get("/journeys"))) {
                if (journey.path("journey").asText().equals(name)) {
                    return journey;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no journey " + name);
    }

    /** What has been delivered so far, in the order of arrival. */
    List<MailboxEntry> delivered() {
        return Mailbox.open(data.resolve("mailbox"), Integer.MAX_VALUE).entries();
    }

    /** Waits until so many messages have been delivered, and no more. */
    List<MailboxEntry> awaitDelivered(int count) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(delivered()).hasSize(count));
        return delivered();
    }

    /** Waits for it to end by itself. */
    int exitCode() {
        assertThat(process.onExit()).succeedsWithin(Duration.ofMinutes(1));
        return process.exitValue();
    }

    /** Stops it as Ctrl-C does, and waits until it has ended. */
    int stop() {
        process.destroy();
        return exitCode();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
