package dev.safar.dispatch.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.safar.contracts.Receipts;
import dev.safar.dispatch.ledger.LogWriter.LogUnavailableException;
import dev.safar.dispatch.provider.Shelved;
import dev.safar.dispatch.tracking.TrackingTokens.Tracked;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Messages in the shop: the script, the stream that it reads, and what it reports. */
@ApplicationScoped
public class InAppRoutes {

    private static final String ROOT = "/inapp";
    private static final long HEARTBEAT_MILLIS = 20_000;
    private static final int LARGEST_REPORT = 4_096;
    private static final Map<String, Receipts.Kind> REPORTS = Map.of(
            "delivered", Receipts.Kind.DELIVERED, "opened", Receipts.Kind.OPENED, "clicked", Receipts.Kind.CLICKED);

    private final DispatchService dispatch;
    private final DispatchConfig.InApp config;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Vertx vertx;
    private final String script = resource("/safar-inapp.js");
    private final AtomicInteger connected = new AtomicInteger();

    InAppRoutes(DispatchService dispatch, DispatchConfig config, Edge edge) {
        this.dispatch = dispatch;
        this.config = config.inapp();
        this.json = edge.json();
        this.clock = edge.clock();
        this.vertx = edge.vertx();
        Gauge.builder("safar_dispatch_inapp_connected", connected, AtomicInteger::get)
                .register(edge.metrics());
    }

    void register(@Observes Router router) {
        router.get(ROOT + "/safar-inapp.js").handler(this::script);
        router.get(ROOT + "/stream").handler(this::stream);
        router.post(ROOT + "/report/:kind")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_REPORT))
                .blockingHandler(this::report, false);
    }

    private void script(RoutingContext request) {
        request.response()
                .putHeader("Content-Type", "text/javascript; charset=utf-8")
                .putHeader("Cache-Control", "max-age=300")
                .end(script);
    }

    private void stream(RoutingContext request) {
        allowOrigin(request);
        Optional<String> customer = Optional.ofNullable(request.request().getParam("token"))
                .flatMap(
                        token -> dispatch.inApp().customers().flatMap(known -> known.customer(token, clock.instant())));
        if (customer.isEmpty()) {
            request.response().setStatusCode(403).end();
        } else if (!dispatch.ready() || connected.get() >= config.connections()) {
            request.response().setStatusCode(503).putHeader("Retry-After", "5").end();
        } else {
            open(customer.get(), request.response());
        }
    }

    private void open(String customer, HttpServerResponse response) {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        InAppPage page = new InAppPage(response, this::event);
        connected.incrementAndGet();
        long heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> page.beat());
        response.endHandler(end -> {
            vertx.cancelTimer(heartbeat);
            connected.decrementAndGet();
            dispatch.inApp().shelf().close(customer, page);
        });
        page.begin();
        dispatch.inApp().shelf().open(customer, page);
    }

    private String event(Shelved message) {
        String token = dispatch.inApp().messages().orElseThrow().issue(message.message());
        try {
            return json.writeValueAsString(InAppMessage.of(message, token));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON: " + InAppMessage.class, e);
        }
    }

    private void report(RoutingContext request) {
        allowOrigin(request);
        Receipts.Kind kind = REPORTS.get(request.pathParam("kind"));
        Optional<Tracked> tracked = Optional.ofNullable(request.body().asString())
                .flatMap(token -> dispatch.inApp().messages().flatMap(known -> known.read(token)));
        if (kind == null || tracked.isEmpty()) {
            request.response().setStatusCode(404).end();
            return;
        }
        try {
            write(kind, tracked.get());
            request.response().setStatusCode(204).end();
        } catch (LogUnavailableException e) {
            request.response().setStatusCode(503).end();
        }
    }

    private void write(Receipts.Kind kind, Tracked tracked) {
        if (kind == Receipts.Kind.DELIVERED) {
            dispatch.inApp().desk().delivered(tracked.message());
        } else {
            dispatch.inApp().desk().report(kind, tracked.message());
        }
    }

    private void allowOrigin(RoutingContext request) {
        String origin = request.request().getHeader("Origin");
        List<String> allowed = config.origins().orElse(List.of());
        request.response().putHeader("Vary", "Origin");
        if (origin != null && (allowed.contains(origin) || allowed.contains("*"))) {
            request.response().putHeader("Access-Control-Allow-Origin", origin);
        }
    }

    private static String resource(String name) {
        try (InputStream in = InAppRoutes.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the platform provides. */
    @ApplicationScoped
    public static class Edge {

        private final ObjectMapper json;
        private final Vertx vertx;
        private final MeterRegistry metrics;
        private final InstantSource clock;

        Edge(ObjectMapper json, Vertx vertx, MeterRegistry metrics, Instance<InstantSource> clock) {
            this.json = json;
            this.vertx = vertx;
            this.metrics = metrics;
            this.clock = clock.isResolvable() ? clock.get() : InstantSource.system();
        }

        ObjectMapper json() {
            return json;
        }

        Vertx vertx() {
            return vertx;
        }

        MeterRegistry metrics() {
            return metrics;
        }

        InstantSource clock() {
            return clock;
        }
    }
}
