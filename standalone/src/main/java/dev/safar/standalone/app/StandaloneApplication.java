package dev.safar.standalone.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Says when Quarkus is up, and keeps it up until it is told to stop. */
public final class StandaloneApplication implements QuarkusApplication {

    @Override
    public int run(String... arguments) {
        Handover.current().started().complete(null);
        Quarkus.waitForExit();
        return 0;
    }
}
