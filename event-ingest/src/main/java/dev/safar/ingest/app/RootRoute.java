package dev.safar.ingest.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What there is to call, for whoever looks at the top. A process that has more to show answers before this one. */
@ApplicationScoped
public class RootRoute {

    private static final String ENDPOINTS = new JsonObject()
            .put("service", "Safar: events over Segment's HTTP API")
            .put(
                    "post",
                    new JsonArray()
                            .add("/v1/track")
                            .add("/v1/identify")
                            .add("/v1/page")
                            .add("/v1/screen")
                            .add("/v1/group")
                            .add("/v1/alias")
                            .add("/v1/batch")
                            .add("/v1/import"))
            .put("writeKey", "as the user of Basic authentication, as writeKey in the body, or as X-Write-Key")
            .put("health", "/q/health")
            .put("metrics", "/q/metrics")
            .encodePrettily();

    void register(@Observes Router router) {
        router.get("/").order(-1).handler(request -> request.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(ENDPOINTS + "\n"));
    }
}
