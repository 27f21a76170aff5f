package dev.safar.standalone.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.safar.standalone.mailbox.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A provider of SMS or push on loopback that answers as the real ones do, delivers everything into a mailbox and reports
 * it delivered.
 */
public final class ProviderSandbox implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ExecutorService threads;
    private final DeliveryReporter reporter = new DeliveryReporter();
    private final List<ProviderApi> apis;
    private final Mailbox mailbox;
    private final Outage outage;
    private final Runnable beforeAnswer;

    private ProviderSandbox(List<ProviderApi> apis, Mailbox mailbox, Outage outage, Runnable beforeAnswer)
            throws IOException {
        this.apis = apis;
        this.mailbox = mailbox;
        this.outage = outage;
        this.beforeAnswer = beforeAnswer;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> daemon(task, "sandbox-provider"));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** SMS as Twilio and Kavenegar take it, on a free port. */
    public static ProviderSandbox sms(Mailbox mailbox, Outage outage, InstantSource clock) {
        return sms(mailbox, outage, clock, () -> {});
    }

    /** The same, where something is done between taking a message and answering. */
    public static ProviderSandbox sms(Mailbox mailbox, Outage outage, InstantSource clock, Runnable beforeAnswer) {
        return start(List.of(new TwilioApi(clock), new KavenegarApi(clock)), mailbox, outage, beforeAnswer);
    }

    /** Push notifications as Firebase takes them, on a free port. */
    public static ProviderSandbox push(Mailbox mailbox, Outage outage, InstantSource clock) {
        return start(List.of(new FcmApi(clock)), mailbox, outage, () -> {});
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        reporter.close();
    }

    private static ProviderSandbox start(
            List<ProviderApi> apis, Mailbox mailbox, Outage outage, Runnable beforeAnswer) {
        try {
            return new ProviderSandbox(apis, mailbox, outage, beforeAnswer);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ProviderAnswer answer = answer(ProviderRequest.of(exchange));
            answer.delivered().ifPresent(mailbox::receive);
            beforeAnswer.run();
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            answer.report().ifPresent(reporter::report);
        }
    }

    private ProviderAnswer answer(ProviderRequest request) {
        if (outage.isLasting()) {
            return ProviderAnswer.refusing(UNAVAILABLE, "{\"message\":\"told to be down\"}");
        }
        return apis.stream()
                .filter(api -> api.matches(request.uri().getPath()))
                .findFirst()
                .map(api -> api.answer(request))
                .orElseGet(() -> ProviderAnswer.refusing(404, "{\"message\":\"no such API\"}"));
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
