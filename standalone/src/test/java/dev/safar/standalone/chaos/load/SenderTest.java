package dev.safar.standalone.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SenderTest {

    private static final int CUSTOMERS = 60;
    private static final Duration LONG = Duration.ofSeconds(6);

    /** Half a second passes with every look at it. */
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-03-01T09:00:00Z").toEpochMilli());

    private final InstantSource clock = () -> Instant.ofEpochMilli(now.addAndGet(500));
    private final Map<String, List<Instant>> posted = new ConcurrentHashMap<>();
    private HttpServer ingest;

    @BeforeEach
    void startIngest() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/v1/batch", this::take);
        ingest.start();
    }

    @AfterEach
    void stopIngest() {
        ingest.stop(0);
    }

    @Test
    void postsAllOfItAndSomeOfItAgainLongAfterItWasAccepted() {
        // given
        List<Accepted> accepted = new ArrayList<>();
        URI address = URI.create("http://127.0.0.1:" + ingest.getAddress().getPort());
        var sender =
                new Sender(new SegmentClient(address, "key"), clock, Duration.ZERO, new Random(1), journal(accepted));
        Instant start = clock.instant();
        for (int number = 0; number < CUSTOMERS; number++) {
            sender.add(shopper("c" + number, Duration.ofSeconds(number)), start);
        }

        // when
        sender.run();

        // then
        assertThat(posted).hasSize(CUSTOMERS);
        assertThat(accepted).hasSize(CUSTOMERS);
        assertThat(posted.values())
                .anyMatch(times -> Duration.between(times.get(0), times.get(times.size() - 1))
                                .compareTo(LONG)
                        > 0);
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode calls = new ObjectMapper().readTree(exchange.getRequestBody()).path("batch");
        calls.forEach(
                call -> posted.computeIfAbsent(call.path("messageId").asText(), any -> new CopyOnWriteArrayList<>())
                        .add(Instant.ofEpochMilli(now.get())));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static Shopper shopper(String id, Duration after) {
        Deed deed = new Deed(
                id + ".0", "track", "Product Added", Duration.ZERO, Duration.ZERO, Map.of("cart_id", id + "-cart"));
        return new Shopper(id, after, List.of(deed));
    }

    private static Sender.Journal journal(List<Accepted> accepted) {
        return new Sender.Journal() {
            @Override
            public void accepted(List<Accepted> deeds) {
                accepted.addAll(deeds);
            }

            @Override
            public void postedAgain(int deeds) {}
        };
    }
}
