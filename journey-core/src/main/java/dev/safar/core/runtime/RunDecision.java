package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** About one run, from how it began, or why it did not, to its end; without what it sends. */
public sealed interface RunDecision extends Decision {

    /**
     * A run began.
     *
     * @param goalUntil until when its goal can be reached; empty where the journey has none
     * @param cooldownUntil until when the customer begins no other run of the journey; empty where that is not limited
     */
    record Entered(
            RunId run,
            JourneyRef journey,
            String key,
            Instant startedAt,
            Map<String, Object> start,
            StepId firstStep,
            Optional<Instant> goalUntil,
            Optional<Instant> cooldownUntil,
            Instant at)
            implements RunDecision {
        public Entered {
            start = Map.copyOf(start);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A start event began no run, though its condition held. */
    record NotEntered(JourneyRef journey, String key, String reason, Instant at) implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The run waits at a step; without a due time only an event can end the wait. */
    record Waiting(RunId run, JourneyRef journey, StepId step, Optional<Instant> due, Instant at)
            implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A step with more than one way out took this one: {@code then} or {@code else}. */
    record Branched(RunId run, JourneyRef journey, StepId step, String branch, Instant at) implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A step has given values to the customer and to the run. */
    record ValuesSet(
            RunId run,
            JourneyRef journey,
            StepId step,
            Map<String, Object> customer,
            Map<String, Object> values,
            Instant at)
            implements RunDecision {
        public ValuesSet {
            customer = Map.copyOf(customer);
            values = Map.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A run made an offer.
     *
     * @param budgeted whether the budget of the customer counts it
     */
    record Offered(RunId run, JourneyRef journey, StepId step, Offer offer, boolean budgeted, Instant at)
            implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** An offer was not made, though a step asked for it. */
    record OfferRefused(RunId run, JourneyRef journey, StepId step, String offer, String reason, Instant at)
            implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A step let an event happen to the customer. */
    record EventEmitted(RunId run, JourneyRef journey, StepId step, String event, String messageId, Instant at)
            implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A step's event did not happen: too many in a row. */
    record EmissionRefused(RunId run, JourneyRef journey, StepId step, String event, String reason, Instant at)
            implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A step began another journey, which says for itself whether the customer entered. */
    record Begun(RunId run, JourneyRef journey, StepId step, JourneyId begun, String key, Instant at)
            implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A run went over to another version of its journey. */
    record Migrated(RunId run, JourneyRef from, JourneyRef to, StepId step, Optional<Instant> due, Instant at)
            implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A run has done what its journey is for. */
    record GoalReached(RunId run, JourneyRef journey, StepId step, String event, Optional<Double> value, Instant at)
            implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A run ended: {@code completed}, {@code stopped: Order Completed}, {@code restarted}, or a reason of its author's. */
    record Finished(RunId run, JourneyRef journey, StepId step, String reason, Instant at) implements RunDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
