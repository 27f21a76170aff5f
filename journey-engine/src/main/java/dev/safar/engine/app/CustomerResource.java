package dev.safar.engine.app;

import dev.safar.engine.query.CustomerView;
import dev.safar.engine.streams.JourneyStreams;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What the engine holds of one customer right now. */
@Path("/customers")
public class CustomerResource {

    private final JourneyStreams engine;

    CustomerResource(JourneyStreams engine) {
        this.engine = engine;
    }

    @GET
    @Path("/{id}")
    @Blocking
    public CustomerView customer(@PathParam("id") String id) {
        return engine.customer(id).map(CustomerView::of).orElseThrow(NotFoundException::new);
    }
}
