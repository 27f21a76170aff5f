package dev.safar.standalone.chaos.load;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShopLoadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CUSTOMERS = 8;

    private final HttpServer ingest;
    private final URI uri;
    private final ShopLoad load;
    private volatile int status = 200;

    ShopLoadTest() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/", exchange -> {
            byte[] answer = "{\"error\":\"no such key\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        ingest.start();
        uri = URI.create("http://127.0.0.1:" + ingest.getAddress().getPort());
        load = new ShopLoad(uri, "key", InstantSource.system());
    }

    @AfterEach
    void stop() {
        load.close();
        ingest.stop(0);
    }

    @Test
    void isDoneWhenAllThatWasPlannedIsAccepted() throws Exception {
        // when
        load.start(plan(Duration.ofMillis(1)));

        // then
        assertThat(load.await(PATIENCE)).isEmpty();
        assertThat(load.outstanding()).isZero();
        assertThat(load.accepted().stream().map(Accepted::customer).distinct()).hasSize(CUSTOMERS);
    }

    @Test
    void aLoadThatIngestRefusesIsNotDoneAndSaysWhatIngestSaid() throws Exception {
        // given
        status = 400;

        // when
        load.start(plan(Duration.ofMillis(1)));

        // then
        assertThat(load.await(PATIENCE))
                .containsExactly(
                        "the shop does not post any more: ingest refuses a batch: {\"error\":\"no such key\"}");
    }

    @Test
    void aLoadThatFailsWithoutAMessageSaysWhatKindOfFailureItWas() throws Exception {
        // given
        var clock = new AtomicReference<Instant>(Instant.now());
        InstantSource broken =
                () -> Optional.ofNullable(clock.getAndSet(null)).orElseThrow(UnsupportedOperationException::new);
        try (var failing = new ShopLoad(uri, "key", broken)) {

            // when
            failing.start(plan(Duration.ofMillis(1)));

            // then
            assertThat(failing.await(PATIENCE))
                    .containsExactly("the shop does not post any more: java.lang.UnsupportedOperationException");
        }
    }

    @Test
    void aLoadThatIsOverBeforeAllIsAcceptedIsNotDone() throws Exception {
        // given
        load.start(plan(Duration.ofHours(1)));

        // when
        load.close();

        // then
        assertThat(load.outstanding()).isPositive();
        assertThat(load.await(PATIENCE)).containsExactly(load.outstanding() + " calls are not accepted");
    }

    private static ShopLoad.Plan plan(Duration over) {
        return new ShopLoad.Plan("c", 1, CUSTOMERS, over);
    }
}
