package dev.safar.standalone.app;

import dev.safar.standalone.mailbox.Mailbox;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What was started before Quarkus, for the beans that need it. Quarkus makes its beans itself and runs once a process, so
 * this is the one place that is static.
 *
 * @param started completed when Quarkus listens
 */
record Handover(EdgeClock clock, Mailbox mailbox, Outages outages, CompletableFuture<Void> started) {

    private static final AtomicReference<Handover> CURRENT = new AtomicReference<>();

    static void set(Handover handover) {
        CURRENT.set(handover);
    }

    static Handover current() {
        Handover current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException("only the safar command can start this application");
        }
        return current;
    }
}
