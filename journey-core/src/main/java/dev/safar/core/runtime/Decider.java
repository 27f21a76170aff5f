package dev.safar.core.runtime;

import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Decides what happens next. The same workspace, customer, input and time give the same decisions, always. */
public final class Decider {

    public Decider(Workspace workspace) {
        Objects.requireNonNull(workspace);
    }

    /**
     * Decides, and changes nothing: {@link Evolution} applies what was decided. Never throws for any input.
     *
     * @param now when the input became known: the reception time of an event, the time of a tick
     */
    public List<Decision> decide(Customer customer, Input input, Instant now) {
        return List.of();
    }
}
