package dev.safar.engine.app;

import dev.safar.engine.query.DefinitionsView;
import dev.safar.engine.streams.JourneyStreams;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What the engine decides by. */
@Path("/definitions/current")
public class DefinitionResource {

    private final JourneyStreams engine;

    DefinitionResource(JourneyStreams engine) {
        this.engine = engine;
    }

    @GET
    public DefinitionsView current() {
        return new DefinitionsView(engine.published(), engine.bootstrapServers(), engine.sweeps());
    }
}
