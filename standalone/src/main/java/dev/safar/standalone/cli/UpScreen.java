package dev.safar.standalone.cli;

import dev.safar.standalone.app.StandaloneRuntime;
import java.io.PrintWriter;

/** What {@code safar up} says when it is up: where everything is, and a first thing to do. */
final class UpScreen {

    private UpScreen() {}

    /** @param paused whether journeys stand still */
    static void print(StandaloneRuntime runtime, boolean paused, PrintWriter out) {
        String base = runtime.url();
        out.printf(
                """

                Safar is up. Ctrl-C stops it; what it knows stays in its data folder.

                  events     %1$s/v1/track      write key %2$s
                  mailbox    %1$s/mailbox
                  health     %1$s/q/health
                  metrics    %1$s/q/metrics
                  brokers    %3$s
                  log        %4$s

                Put something into a cart:

                  curl -u %2$s: -H 'Content-Type: application/json' %1$s/v1/batch -d '{"batch":[
                    {"type":"identify","userId":"ada","traits":{"email":"ada@example.com","locale":"en"}},
                    {"type":"track","userId":"ada","event":"Product Added","properties":{"cart_id":"c1","cart_total":50}}]}'

                """,
                base, runtime.writeKey(), runtime.bootstrapServers(), runtime.logFile());
        if (paused) {
            out.printf("Journeys stand still: events are taken and wait until it runs without --paused.%n%n");
        }
        out.flush();
    }
}
