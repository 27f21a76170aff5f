package dev.safar.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One executable step. The nested lists of the written journey are flat here: where a step goes next is an index into
 * {@link Journey#steps()}, and an index equal to its size is the end of the journey.
 */
public sealed interface Step {

    StepId id();

    <R> R accept(Visitor<R> visitor);

    /** Parks the run for {@code length} from the moment it gets here. */
    record Wait(StepId id, Duration length, int next) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Parks the run until {@code sinceStart} after its start; passes at once where that has gone by. */
    record WaitUntil(StepId id, Duration sinceStart, int next) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Parks the run until something happens or the timeout ends; without a timeout, for as long as it takes. */
    record WaitFor(StepId id, Awaited awaited, Optional<Duration> timeout, int then, int otherwise) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Goes one way or the other. */
    record Branch(StepId id, Condition condition, int then, int otherwise) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Makes an offer with a code of its own for this run; later messages of the run may show it. */
    record Offer(StepId id, String offer, int percent, Duration validFor, int next) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Sends a message on the first of {@code channels} that can reach the customer; the rest are tried when the
     * provider gives up.
     *
     * @param notLaterThan how long after it fell due the message is still worth sending
     */
    record Send(StepId id, List<Channel> channels, TemplateId template, Optional<Duration> notLaterThan, int next)
            implements Step {
        public Send {
            channels = List.copyOf(channels);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Ends the run with a reason of the author's. */
    record Stop(StepId id, String reason) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Java 17 has no exhaustive pattern switch: a new kind of step breaks every visitor at compile time. */
    interface Visitor<R> {
        R visit(Wait wait);

        R visit(WaitUntil wait);

        R visit(WaitFor wait);

        R visit(Branch branch);

        R visit(Offer offer);

        R visit(Send send);

        R visit(Stop stop);
    }
}
