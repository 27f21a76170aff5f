package dev.safar.dispatch.app;

import dev.safar.contracts.Receipts;
import dev.safar.dispatch.ledger.LogWriter.LogUnavailableException;
import dev.safar.dispatch.tracking.Receipt;
import dev.safar.dispatch.tracking.TrackingLinks;
import dev.safar.dispatch.tracking.TrackingTokens.Tracked;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Opens and clicks of e-mails. The customer gets the picture or the page even if the report can't be written. */
@Path("/t")
@Blocking
public class TrackingResource {

    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final Tracking tracking;
    private final DispatchService dispatch;

    TrackingResource(Tracking tracking, DispatchService dispatch) {
        this.tracking = tracking;
        this.dispatch = dispatch;
    }

    @GET
    @Path("/o/{token}")
    public Response opened(@PathParam("token") String token) {
        Optional<Tracked> tracked = tracking.read(token);
        tracked.ifPresent(known -> report(Receipt.of(Receipts.Kind.OPENED, known.message())));
        return tracked.isPresent() ? pixel() : notFound();
    }

    @GET
    @Path("/c/{token}")
    public Response clicked(@PathParam("token") String token) {
        Optional<Tracked> tracked = tracking.read(token);
        Optional<URI> address = tracked.flatMap(TrackingResource::address);
        if (address.isPresent()) {
            report(click(tracked.get()));
        }
        return redirect(address);
    }

    /** Looking is not opening. */
    @HEAD
    @Path("/o/{token}")
    public Response lookedAtPixel(@PathParam("token") String token) {
        return tracking.read(token).isPresent() ? pixel() : notFound();
    }

    /** Looking is not clicking. */
    @HEAD
    @Path("/c/{token}")
    public Response lookedAtLink(@PathParam("token") String token) {
        return redirect(tracking.read(token).flatMap(TrackingResource::address));
    }

    private void report(Receipt receipt) {
        try {
            dispatch.report(receipt);
        } catch (LogUnavailableException e) {
            Log.warnf("receipt of message %s is lost: %s", receipt.message().messageId(), e.getMessage());
        }
    }

    private static Response pixel() {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(PIXEL, "image/gif").cacheControl(never).build();
    }

    private static Receipt click(Tracked tracked) {
        String url = tracked.url().orElseThrow();
        return new Receipt(
                Receipts.Kind.CLICKED, tracked.message(), Integer.toHexString(url.hashCode()), Map.of("url", url));
    }

    private static Optional<URI> address(Tracked tracked) {
        return tracked.url().flatMap(TrackingLinks::address);
    }

    private static Response redirect(Optional<URI> address) {
        return address.map(known ->
                        Response.status(Response.Status.FOUND).location(known).build())
                .orElseGet(TrackingResource::notFound);
    }

    private static Response notFound() {
        return Response.status(Response.Status.NOT_FOUND).build();
    }
}
