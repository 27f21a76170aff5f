package dev.safar.standalone.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts delivery reports, one after another, after the message itself was answered. */
final class DeliveryReporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReporter.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> ProviderSandbox.daemon(task, "sandbox-reports"));
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    void report(DeliveryReport report) {
        thread.execute(() -> post(report));
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private void post(DeliveryReport report) {
        HttpRequest request = HttpRequest.newBuilder(report.callback())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(report.form()))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                LOG.warn("a delivery report was answered with status={}", status);
            }
        } catch (IOException e) {
            LOG.warn("a delivery report did not arrive: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
