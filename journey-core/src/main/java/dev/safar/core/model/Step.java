package dev.safar.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One executable step. The nested lists of the written journey are flat here: where a step goes next is an index into
 * {@link Journey#steps()}, and an index equal to its size is the end of the journey.
 */
public sealed interface Step {

    StepId id();

    <R> R accept(Visitor<R> visitor);

    /** Whether all it does is to let runs wait. */
    default boolean parks() {
        return this instanceof Wait || this instanceof WaitUntil || this instanceof WaitFor;
    }

    /** Parks the run for {@code length} from the moment it gets here. */
    record Wait(StepId id, Duration length, int next) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Parks the run until a moment; passes at once where that has gone by. */
    record WaitUntil(StepId id, Until until, int next) implements Step {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Parks the run until one of several things happens or the timeout ends; without a timeout, for as long as it takes.
     */
    record WaitFor(StepId id, List<Awaited> awaited, Optional<Duration> timeout, int then, int otherwise)
            implements Step {
        public WaitFor {
            awaited = List.copyOf(awaited);
        }

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

    /** Goes one of several ways: the same customer always the same one. */
    record Split(StepId id, List<Arm> arms) implements Step {
        public Split {
            arms = List.copyOf(arms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** One way out of a {@link Split}; of all customers, its weight's share of the weights together goes there. */
    record Arm(String name, int weight, int next) {}

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
     * @param with values that the template reads as {@code with.name}
     */
    record Send(
            StepId id,
            List<Channel> channels,
            TemplateId template,
            Optional<Duration> notLaterThan,
            Map<String, ValueExpression> with,
            Handling handling,
            int next)
            implements Step {
        public Send {
            channels = List.copyOf(channels);
            with = Map.copyOf(with);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Gives values to the customer or to the run. */
    record Set(StepId id, List<Assignment> assignments, int next) implements Step {
        public Set {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Asks another system and parks the run until it answers or the timeout ends.
     *
     * @param as under which name the run keeps the answer
     * @param then where a good answer leads
     * @param otherwise where a bad one leads, or none
     */
    record Call(
            StepId id,
            String url,
            Map<String, ValueExpression> with,
            Duration timeout,
            Optional<String> as,
            int then,
            int otherwise)
            implements Step {
        public Call {
            with = Map.copyOf(with);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Lets an event happen to the same customer. */
    record Emit(StepId id, String event, Map<String, ValueExpression> with, int next) implements Step {
        public Emit {
            with = Map.copyOf(with);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Begins another journey for the same customer. */
    record Begin(
            StepId id, JourneyId journey, Optional<ValueExpression> key, Map<String, ValueExpression> with, int next)
            implements Step {
        public Begin {
            with = Map.copyOf(with);
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

        R visit(Split split);

        R visit(Set set);

        R visit(Call call);

        R visit(Emit emit);

        R visit(Begin begin);

        R visit(Stop stop);
    }
}
