package dev.safar.dispatch.app;

import dev.safar.dispatch.ledger.LogWriter.LogUnavailableException;
import dev.safar.dispatch.provider.Form;
import dev.safar.dispatch.tracking.DeliveryReport;
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
                .map(tracked -> report(DeliveryReport.ofTwilio(tracked.message(), form)))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }

    /** Kavenegar's report, set up in its panel with the key; it names the message by Kavenegar's own id only. */
    @POST
    @Path("/kavenegar")
    public Response kavenegar(@QueryParam("key") String key, String body) {
        if (!tracking.knowsCallbackKey(key)) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        Map<String, String> form = Form.decode(body);
        return report(tracking.recent()
                .find(form.getOrDefault("messageid", ""))
                .flatMap(message -> DeliveryReport.ofKavenegar(message, form.getOrDefault("status", ""))));
    }

    private Response report(Optional<Receipt> receipt) {
        try {
            receipt.ifPresent(dispatch::report);
            return Response.noContent().build();
        } catch (LogUnavailableException e) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
