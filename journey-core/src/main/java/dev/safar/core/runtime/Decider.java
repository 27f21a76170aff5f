package dev.safar.core.runtime;

import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.List;

/** Decides what happens next. The same workspace, customer, input and time give the same decisions, always. */
public final class Decider {

    private final Workspace workspace;

    public Decider(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Decides, and changes nothing: {@link Evolution} applies what was decided. Never throws for any input.
     *
     * @param now when the input became known: the reception time of an event, the time of a tick
     */
    public List<Decision> decide(Customer customer, Input input, Instant now) {
        throw new UnsupportedOperationException("decide " + workspace + customer + input + now);
    }
}
