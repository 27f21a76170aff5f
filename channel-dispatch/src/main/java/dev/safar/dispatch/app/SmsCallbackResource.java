package dev.safar.dispatch.app;

import dev.safar.contracts.Receipts;
import dev.safar.dispatch.ledger.LogWriter.LogUnavailableException;
import dev.safar.dispatch.provider.Form;
import dev.safar.dispatch.tracking.MessageRef;
import dev.safar.dispatch.tracking.Receipt;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Delivery reports of SMS providers. */
@Path("/callbacks/sms")
@Blocking
public class SmsCallbackResource {

    private final Tracking tracking;
    private final DispatchService dispatch;

    SmsCallbackResource(Tracking tracking, DispatchService dispatch) {
        this.tracking = tracking;
        this.dispatch = dispatch;
    }

    /** Twilio's status callback, form-encoded; the token in the URL says which message it is about. */
    @POST
    @Path("/twilio")
    public Response twilio(
            @QueryParam("token") String token,
            @HeaderParam("X-Twilio-Signature") String signature,
            @Context UriInfo uri,
            String body) {
        Map<String, String> form = Form.decode(body);
        if (!tracking.fromTwilio(signature, pathAndQuery(uri.getRequestUri()), form)) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        return Optional.ofNullable(token)
                .flatMap(tracking::read)
                .map(tracked -> report(tracked.message(), form))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    private Response report(MessageRef message, Map<String, String> form) {
        try {
            receipt(message, form).ifPresent(dispatch::report);
            return Response.noContent().build();
        } catch (LogUnavailableException e) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
    }

    private static Optional<Receipt> receipt(MessageRef message, Map<String, String> form) {
        String error = form.getOrDefault("ErrorCode", "");
        return switch (form.getOrDefault("MessageStatus", "")) {
            case "delivered" -> Optional.of(Receipt.of(Receipts.Kind.DELIVERED, message));
            case "failed", "undelivered" ->
                Optional.of(Receipt.because(Receipts.Kind.FAILED, message, "twilio " + error));
            default -> Optional.empty();
        };
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
