package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
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
     * @param kept what the history remembers of this occurrence: empty for nothing at all, no fields for its count and
     *     time alone
     */
    record EventApplied(
            String event, String messageId, Instant time, long offset, Optional<Map<String, Object>> kept, Instant at)
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

    /** A run began. */
    record Entered(
            RunId run,
            JourneyRef journey,
            String key,
            Instant startedAt,
            Map<String, Object> start,
            StepId firstStep,
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

    record Offered(RunId run, JourneyRef journey, StepId step, Offer offer, Instant at) implements Decision {
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

        R visit(Finished decision);
    }
}
