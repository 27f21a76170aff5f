package dev.safar.core.model;

import java.util.Optional;

/**
 * How a message fares against the policies of its workspace.
 *
 * @param topic what it is about, where the customer may have refused just that
 */
public record Handling(Quiet quiet, Priority priority, Optional<String> topic) {

    /** What a step says that says nothing. */
    public static final Handling USUAL = new Handling(Quiet.DEFER, Priority.NORMAL, Optional.empty());

    /** What happens to a message that falls due in quiet hours. */
    public enum Quiet {
        DEFER,
        DROP,
        IGNORE
    }

    /** Which of two messages goes first where not both can. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH
    }
}
