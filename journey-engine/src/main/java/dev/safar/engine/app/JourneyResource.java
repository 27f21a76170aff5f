package dev.safar.engine.app;

import dev.safar.engine.query.JourneyView;
import dev.safar.engine.streams.JourneyStreams;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** How many runs of each journey have begun, wait and have ended. */
@Path("/journeys")
public class JourneyResource {

    private final JourneyStreams engine;

    JourneyResource(JourneyStreams engine) {
        this.engine = engine;
    }

    @GET
    public List<JourneyView> journeys() {
        return JourneyView.of(engine.journeys(), engine.tally(), engine.places());
    }
}
