package dev.safar.standalone.app;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What there is to see in this process, at its top. */
@ApplicationScoped
public class HomeRoute {

    /** Before the answer of ingest, which knows of itself alone. */
    private static final int ORDER = -10;

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Safar</title></head>
            <body style="font-family: sans-serif; max-width: 40rem; margin: 2rem auto; line-height: 1.6">
            <h1>Safar</h1>
            <ul>
            <li><a href="/mailbox">/mailbox</a>: messages that left</li>
            <li><a href="/sandbox/shop?customer=ada">/sandbox/shop?customer=ada</a>: a page in which messages in the shop appear</li>
            <li><a href="/journeys">/journeys</a>: how many customers are on each journey</li>
            <li>/customers/{id}: one customer's state</li>
            <li>POST /v1/track, /v1/identify, /v1/page, /v1/batch, …: events, with a write key</li>
            <li><a href="/q/health">/q/health</a>, <a href="/q/metrics">/q/metrics</a></li>
            </ul>
            </body>
            </html>
            """;

    void register(@Observes Router router) {
        router.get("/").order(ORDER).handler(request -> request.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(PAGE));
    }
}
