package dev.safar.standalone.app;

import dev.safar.standalone.mailbox.Mailbox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes beans of what was started before Quarkus. The clock is the one that ingest, engine and dispatch read. */
final class HandedOverBeans {

    @Produces
    @Singleton
    EdgeClock clock() {
        return Handover.current().clock();
    }

    @Produces
    @Singleton
    Mailbox mailbox() {
        return Handover.current().mailbox();
    }

    @Produces
    @Singleton
    Outages outages() {
        return Handover.current().outages();
    }
}
