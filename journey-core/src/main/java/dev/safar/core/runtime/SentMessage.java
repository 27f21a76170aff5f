package dev.safar.core.runtime;

import dev.safar.core.model.Awaited;
import dev.safar.core.model.Channel;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that a run has asked for, and what became of it.
 *
 * @param untried the channels left to try if this one fails
 * @param notAfter when it stops being worth sending
 */
public record SentMessage(
        MessageId id,
        StepId step,
        Channel channel,
        Instant requestedAt,
        List<Channel> untried,
        Optional<Instant> notAfter,
        Status status) {

    public SentMessage {
        untried = List.copyOf(untried);
    }

    /** In the order in which a message can pass them; a later one never goes back to an earlier one. */
    public enum Status {
        /** In the outbox. It can still be retracted. */
        REQUESTED,
        /** The provider has taken it. */
        ACCEPTED,
        DELIVERED,
        OPENED,
        CLICKED,
        /** The provider gave up, the address does not work, or it was dropped before it was sent. */
        FAILED,
        /** No longer wanted. */
        RETRACTED
    }

    /** The customer has seen it. */
    boolean opened() {
        return status == Status.OPENED || status == Status.CLICKED;
    }

    /** It will not arrive: it failed, or was taken back. */
    boolean lost() {
        return status == Status.FAILED || status == Status.RETRACTED;
    }

    /** Whether this has become of it: what was opened was delivered too, and what was clicked was opened. */
    boolean met(Awaited.Fate fate) {
        return switch (fate) {
            case DELIVERED -> status == Status.DELIVERED || opened();
            case OPENED -> opened();
            case CLICKED -> status == Status.CLICKED;
            case FAILED -> lost();
        };
    }

    /** Whether a report of {@code next} says anything new: repeated and overtaken reports do not. */
    boolean progressesTo(Status next) {
        return next.compareTo(status) > 0 && !(next == Status.FAILED && opened());
    }

    SentMessage with(Status next) {
        return new SentMessage(id, step, channel, requestedAt, untried, notAfter, next);
    }

    /** Whether something may still happen to it that the run must know of. */
    public boolean outstanding() {
        return status == Status.REQUESTED || (status == Status.ACCEPTED && !untried.isEmpty());
    }
}
