package dev.safar.dispatch.app;

import dev.safar.dispatch.inapp.Shelf;
import dev.safar.dispatch.provider.Shelved;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Function;

/** An open page, written to as server-sent events. One that does not read is left. */
final class InAppPage implements Shelf.Page {

    private static final String RECONNECT = "retry: 5000\n\n";
    private static final String HEARTBEAT = ":\n\n";

    private final HttpServerResponse response;
    private final Function<Shelved, String> format;

    InAppPage(HttpServerResponse response, Function<Shelved, String> format) {
        this.response = response;
        this.format = format;
    }

    void begin() {
        write(RECONNECT);
    }

    void beat() {
        write(HEARTBEAT);
    }

    @Override
    public void show(Shelved message) {
        write("data: " + format.apply(message) + "\n\n");
    }

    private void write(String event) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.writeQueueFull()) {
            response.reset();
            return;
        }
        response.write(event);
    }
}
