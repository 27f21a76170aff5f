package dev.safar.ingest.app;

import dev.safar.ingest.accept.Acceptance.Refused;
import dev.safar.ingest.accept.Acceptance.Taken;
import dev.safar.ingest.accept.EventAcceptor;
import dev.safar.ingest.accept.Request;
import dev.safar.ingest.accept.Route;
import dev.safar.ingest.accept.WriteKeys;
import dev.safar.ingest.publish.EventPublisher;
import dev.safar.ingest.publish.Publication;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Segment's HTTP API; everything worth knowing happens in {@link EventAcceptor} and {@link EventPublisher}. */
@Path("/{api:v1|api/s}/{call:[a-z]+}{end:/?}")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {

    private final EventAcceptor acceptor;
    private final EventPublisher publisher;
    private final IngestMetrics metrics;
    private final InstantSource clock;

    EventResource(
            EventAcceptor acceptor, EventPublisher publisher, IngestMetrics metrics, Instance<InstantSource> clock) {
        this.acceptor = acceptor;
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock.isResolvable() ? clock.get() : InstantSource.system();
    }

    @POST
    public Uni<Response> accept(@PathParam("call") String call, @Context HttpHeaders headers, byte[] body) {
        Timer.Sample started = metrics.started();
        Uni<Response> response = Route.of(call)
                .map(route -> acceptor.accept(request(route, headers), body).fold(this::publish, this::refuse))
                .orElseGet(() -> Uni.createFrom().item(Answers.unknownCall()));
        return response.invoke(answer -> metrics.answered(started, answer.getStatus()));
    }

    /** Browsers ask first, since they send an Authorization header. */
    @OPTIONS
    public Response preflight() {
        return Answers.preflight();
    }

    private Uni<Response> publish(Taken taken) {
        metrics.rejected(taken.problems());
        return Uni.createFrom()
                .completionStage(publisher.publish(taken.events()))
                .emitOn(onRequestsThread())
                .map(publication -> answer(taken, publication));
    }

    private Response answer(Taken taken, Publication publication) {
        if (publication == Publication.ACKNOWLEDGED) {
            metrics.accepted(taken.events());
        } else {
            metrics.rejected(publication.name().toLowerCase(Locale.ROOT));
        }
        return Answers.of(taken, publication);
    }

    private Uni<Response> refuse(Refused refused) {
        metrics.rejected(refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return Uni.createFrom().item(Answers.of(refused));
    }

    /** Kafka and the timer that ends a wait call back on threads of theirs. */
    private static Executor onRequestsThread() {
        var context = Vertx.currentContext();
        return task -> context.runOnContext(ignored -> task.run());
    }

    private Request request(Route route, HttpHeaders headers) {
        return new Request(
                route,
                WriteKeys.fromHeaders(
                        header(headers, HttpHeaders.AUTHORIZATION), header(headers, Answers.WRITE_KEY_HEADER)),
                header(headers, HttpHeaders.CONTENT_ENCODING),
                clock.instant());
    }

    private static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name));
    }
}
