package dev.safar.standalone.sandbox;

import java.util.concurrent.atomic.AtomicBoolean;

/** A provider's outage, to see what happens then: while it lasts, every request fails for the moment. */
public final class Outage {

    private final AtomicBoolean lasting = new AtomicBoolean();

    public void begin() {
        lasting.set(true);
    }

    public void end() {
        lasting.set(false);
    }

    public boolean isLasting() {
        return lasting.get();
    }
}
