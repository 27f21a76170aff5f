package dev.safar.engine.app;

import dev.safar.engine.streams.StoresUnavailableException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** While the stores move or are restored, a question can only be asked again later. */
class UnavailableMapper {

    @ServerExceptionMapper
    Response unavailable(StoresUnavailableException failure) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header("Retry-After", 1)
                .build();
    }
}
