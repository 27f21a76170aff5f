package dev.safar.standalone.chaos.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Posts batches as Segment's libraries do: what is not answered with 200 counts as not accepted. */
final class SegmentClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int REFUSED = 400;

    private final URI batches;
    private final String authorization;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    SegmentClient(URI ingest, String writeKey) {
        this.batches = ingest.resolve("/v1/batch");
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Posts a batch once.
     *
     * @return whether it was accepted
     * @throws IllegalStateException if it was refused for good, which is a fault of the load
     */
    boolean post(Map<String, Object> batch, Duration patience) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(batches)
                            .timeout(patience)
                            .header("Content-Type", "application/json")
                            .header("Authorization", authorization)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(batch)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == REFUSED) {
                throw new IllegalStateException("ingest refuses a batch: " + response.body());
            }
            return response.statusCode() == OK;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("batches are maps of texts and numbers", e);
        } catch (IOException e) {
            return false;
        }
    }
}
