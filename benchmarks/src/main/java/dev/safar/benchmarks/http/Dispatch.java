package dev.safar.benchmarks.http;

import com.sun.net.httpserver.HttpServer;
import dev.safar.benchmarks.process.Service;
import dev.safar.benchmarks.process.Stage;
import dev.safar.benchmarks.report.Grid;
import dev.safar.benchmarks.report.Numbers;
import dev.safar.benchmarks.report.Section;
import dev.safar.contracts.ContractJson;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How many messages the dispatch service takes from the outbox to a receiver on loopback that answers at once. */
public final class Dispatch {

    private static final int WARM_UP = 5_000;
    private static final int MESSAGES = 3_000;
    private static final int THREADS = 8;
    private static final int MINUTES = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Path workspace;
    private final Path folder;
    private final AtomicLong began = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final CountDownLatch all = new CountDownLatch(WARM_UP + MESSAGES);

    /**
     * With this workspace published.
     *
     * @param folder for what is written meanwhile
     */
    public Dispatch(Path workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    /** What was measured. */
    public record Result(long messages, double messagesPerSecond) {}

    /** Measures with calls over HTTP, which every provider comes down to. */
    public Section run() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        HttpServer receiver = receiver(threads);
        String host = "127.0.0.1:" + receiver.getAddress().getPort();
        try (Stage stage = Stage.open(folder)) {
            stage.publish(workspace);
            write("http://" + host + "/", stage.bootstrapServers());
            try (Service service =
                    Service.start("channel-dispatch", stage, Map.of("safar.dispatch.webhook.hosts", host))) {
                if (!all.await(MINUTES, TimeUnit.MINUTES)) {
                    throw new IllegalStateException(
                            service.address() + " has delivered " + received + " of " + (WARM_UP + MESSAGES));
                }
                double seconds = (System.nanoTime() - began.get()) / NANOS_PER_SECOND;
                return section(new Result(MESSAGES, MESSAGES / seconds));
            }
        } finally {
            receiver.stop(0);
            threads.shutdown();
        }
    }

    private HttpServer receiver(ExecutorService threads) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                }
                if (received.incrementAndGet() == WARM_UP) {
                    began.set(System.nanoTime());
                }
                all.countDown();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }

    private static void write(String url, String bootstrapServers) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 20),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < WARM_UP + MESSAGES; i++) {
                String customer = "customer-" + i % 10_000;
                var unused = producer.send(new ProducerRecord<>(
                        Topics.MESSAGES_WEBHOOK, customer, ContractJson.write(call(i, customer, url))));
            }
            producer.flush();
        }
    }

    private static MessageCommand call(int number, String customer, String url) {
        Instant now = Instant.now();
        return new MessageCommand(
                "bench-" + number,
                customer,
                "bench",
                "v1",
                "run-" + number,
                "call",
                "webhook",
                null,
                null,
                url,
                null,
                Map.of("customer", customer, "total", number),
                now,
                now,
                now.plus(Duration.ofHours(1)),
                -1,
                -1);
    }

    private static Section section(Result result) {
        var grid = new Grid("dispatch", "messages", "messages/s")
                .row("calls to a sandbox", Numbers.whole(result.messages()), Numbers.whole(result.messagesPerSecond()));
        return new Section("dispatch", grid.text(), result);
    }
}
