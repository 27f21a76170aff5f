package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.SegmentId;
import dev.safar.core.model.StepId;
import dev.safar.core.model.TemplateId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fact about a customer, in the order it came about: applying them in order rebuilds the customer. Each send and each
 * non-send is one, with its reason.
 */
public sealed interface Decision {

    Instant at();

    <R> R accept(Visitor<R> visitor);

    /**
     * An event counted: position and message id move on, and its history where the workspace observes it.
     *
     * @param offset its place in the log; for an event that a step let happen, that of the customer, which stays
     * @param kept what the history remembers of this occurrence: empty for nothing at all, no fields for its count and
     *     time alone
     * @param impression what else is remembered of it
     */
    record EventApplied(
            String event,
            String messageId,
            Instant time,
            long offset,
            Optional<Map<String, Object>> kept,
            Impression impression,
            Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** An event changed nothing but the position in the log, because it had been seen before. */
    record EventIgnored(String event, String messageId, long offset, String reason, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Attributes of the customer have these values from now on. */
    record AttributesSet(Map<String, Object> attributes, Instant at) implements Decision {
        public AttributesSet {
            attributes = Map.copyOf(attributes);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer has said yes or no to a channel. */
    record ConsentSet(Channel channel, boolean granted, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** If nothing happens until {@code due}, the journey begins. Replaces an earlier one of the same journey. */
    record SilenceArmed(JourneyId journey, Instant due, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A silence has lasted long enough, or its journey is gone. It does not count again until the event has happened. */
    record SilenceEnded(JourneyId journey, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

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
            implements Decision {
        public Entered {
            start = Map.copyOf(start);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A start event began no run, though its condition held. */
    record NotEntered(JourneyRef journey, String key, String reason, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The run waits at a step; without a due time only an event can end the wait. */
    record Waiting(RunId run, JourneyRef journey, StepId step, Optional<Instant> due, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A step with more than one way out took this one: {@code then} or {@code else}. */
    record Branched(RunId run, JourneyRef journey, StepId step, String branch, Instant at) implements Decision {
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
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A message goes to the outbox.
     *
     * @param to the address on that channel
     * @param locale BCP 47
     * @param variables exactly what the template uses, as nested maps ({@code customer → first_name})
     * @param dueAt when the step fell due
     * @param untried the channels left if this one fails
     * @param capped whether a cap counts it
     */
    record MessageRequested(
            RunId run,
            JourneyRef journey,
            StepId step,
            MessageId message,
            Channel channel,
            TemplateId template,
            String templateVersion,
            String to,
            String locale,
            Map<String, Object> variables,
            Instant dueAt,
            Optional<Instant> notAfter,
            List<Channel> untried,
            boolean capped,
            Instant at)
            implements Decision {
        public MessageRequested {
            variables = Map.copyOf(variables);
            untried = List.copyOf(untried);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A message that would have been sent is not: {@code too-late}, {@code no-address}, {@code no-consent}, … */
    record MessageSkipped(
            RunId run,
            JourneyRef journey,
            StepId step,
            List<Channel> channels,
            TemplateId template,
            String reason,
            Instant at)
            implements Decision {
        public MessageSkipped {
            channels = List.copyOf(channels);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A message in the outbox is no longer wanted; whoever has not sent it yet must not. */
    record MessageRetracted(
            RunId run, JourneyRef journey, StepId step, MessageId message, Channel channel, String reason, Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A provider or a customer has reported on a message. */
    record MessageProgressed(
            RunId run, JourneyRef journey, StepId step, MessageId message, SentMessage.Status status, Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer was brought in line with a version of the workspace. */
    record Arranged(String workspace, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A run went over to another version of its journey. */
    record Migrated(RunId run, JourneyRef from, JourneyRef to, StepId step, Optional<Instant> due, Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer has said yes or no to a topic. */
    record TopicConsentSet(String topic, boolean granted, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer has come into a segment that some journey starts from. */
    record SegmentEntered(SegmentId segment, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer has left a segment that some journey starts from. */
    record SegmentLeft(SegmentId segment, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The segments that time alone can change are looked at again at {@code due}; empty for never. */
    record SegmentCheckSet(Optional<Instant> due, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The journey begins at {@code due}, a date in the customer's data. Replaces an earlier one of the same journey. */
    record DateSet(JourneyId journey, Instant due, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The date has come, or is gone from the data, or its journey is. */
    record DateCleared(JourneyId journey, Instant at) implements Decision {
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
            implements Decision {
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
     * A message waits for its turn; the run stays at the step and looks again at {@code until}.
     *
     * @param since when the step fell due
     * @param reason {@code quiet-hours}, {@code weekend} or {@code cap}
     */
    record MessageHeld(
            RunId run,
            JourneyRef journey,
            StepId step,
            Channel channel,
            TemplateId template,
            String reason,
            Instant since,
            Instant until,
            Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** An offer was not made, though a step asked for it. */
    record OfferRefused(RunId run, JourneyRef journey, StepId step, String offer, String reason, Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Another system is asked; the run waits for the answer until {@code notAfter}.
     *
     * @param call the question's id, which the answer bears
     */
    record CallRequested(
            RunId run,
            JourneyRef journey,
            StepId step,
            MessageId call,
            String url,
            Map<String, Object> body,
            Instant notAfter,
            Instant at)
            implements Decision {
        public CallRequested {
            body = Map.copyOf(body);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Another system has answered, or has given up. */
    record CallAnswered(RunId run, JourneyRef journey, StepId step, MessageId call, int status, Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A step let an event happen to the customer. */
    record EventEmitted(RunId run, JourneyRef journey, StepId step, String event, String messageId, Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A step's event did not happen: too many in a row. */
    record EmissionRefused(RunId run, JourneyRef journey, StepId step, String event, String reason, Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A step began another journey, which says for itself whether the customer entered. */
    record Begun(RunId run, JourneyRef journey, StepId step, JourneyId begun, String key, Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A run has done what its journey is for. */
    record GoalReached(RunId run, JourneyRef journey, StepId step, String event, Optional<Double> value, Instant at)
            implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A run ended: {@code completed}, {@code stopped: Order Completed}, {@code restarted}, or a reason of its author's. */
    record Finished(RunId run, JourneyRef journey, StepId step, String reason, Instant at) implements Decision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Java 17 has no exhaustive pattern switch: a new kind of decision breaks every visitor at compile time. */
    interface Visitor<R> {
        R visit(EventApplied decision);

        R visit(EventIgnored decision);

        R visit(AttributesSet decision);

        R visit(ConsentSet decision);

        R visit(SilenceArmed decision);

        R visit(SilenceEnded decision);

        R visit(Entered decision);

        R visit(NotEntered decision);

        R visit(Waiting decision);

        R visit(Branched decision);

        R visit(Offered decision);

        R visit(MessageRequested decision);

        R visit(MessageSkipped decision);

        R visit(MessageRetracted decision);

        R visit(MessageProgressed decision);

        R visit(Arranged decision);

        R visit(Migrated decision);

        R visit(TopicConsentSet decision);

        R visit(SegmentEntered decision);

        R visit(SegmentLeft decision);

        R visit(SegmentCheckSet decision);

        R visit(DateSet decision);

        R visit(DateCleared decision);

        R visit(ValuesSet decision);

        R visit(MessageHeld decision);

        R visit(OfferRefused decision);

        R visit(CallRequested decision);

        R visit(CallAnswered decision);

        R visit(EventEmitted decision);

        R visit(EmissionRefused decision);

        R visit(Begun decision);

        R visit(GoalReached decision);

        R visit(Finished decision);
    }
}
