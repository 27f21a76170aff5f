package dev.safar.standalone.app;

import dev.safar.standalone.sandbox.Outage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** For trying things out: the clock, where it can be stepped, and outages of providers. */
@Path("/sandbox")
@Produces(MediaType.TEXT_PLAIN)
@Consumes(MediaType.WILDCARD)
public class SandboxResource {

    private final EdgeClock clock;
    private final Outages outages;

    SandboxResource(EdgeClock clock, Outages outages) {
        this.clock = clock;
        this.outages = outages;
    }

    @GET
    @Path("/clock")
    public String time() {
        return clock.instant().toString();
    }

    /** Steps the clock to an instant such as {@code 2026-03-01T09:00:00Z}. */
    @PUT
    @Path("/clock")
    public String step(String instant) {
        if (!clock.isStepped()) {
            throw refused(
                    Response.Status.CONFLICT, "this is the system's clock; start with --clock INSTANT to step it");
        }
        try {
            return clock.stepTo(Instant.parse(instant.strip())).toString();
        } catch (DateTimeParseException e) {
            throw refused(Response.Status.BAD_REQUEST, "not an instant such as 2026-03-01T09:00:00Z");
        }
    }

    /** The channel's provider refuses everything for the moment. */
    @PUT
    @Path("/outages/{channel}")
    public void begin(@PathParam("channel") String channel) {
        outage(channel).begin();
    }

    @DELETE
    @Path("/outages/{channel}")
    public void end(@PathParam("channel") String channel) {
        outage(channel).end();
    }

    private Outage outage(String channel) {
        return outages.find(channel).orElseThrow(NotFoundException::new);
    }

    private static WebApplicationException refused(Response.Status status, String why) {
        return new WebApplicationException(Response.status(status)
                .entity(why + "\n")
                .type(MediaType.TEXT_PLAIN)
                .build());
    }
}
