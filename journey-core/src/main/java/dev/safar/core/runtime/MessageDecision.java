package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import dev.safar.core.model.TemplateId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** About a message of a run, sent or not, or about a call of another system, which travels as messages do. */
public sealed interface MessageDecision extends Decision {

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
            implements MessageDecision {
        public MessageRequested {
            variables = Map.copyOf(variables);
            untried = List.copyOf(untried);
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
            implements MessageDecision {
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
            implements MessageDecision {
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
            implements MessageDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A provider or a customer has reported on a message. */
    record MessageProgressed(
            RunId run, JourneyRef journey, StepId step, MessageId message, SentMessage.Status status, Instant at)
            implements MessageDecision {
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
            implements MessageDecision {
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
            implements MessageDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
