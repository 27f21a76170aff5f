package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.SegmentId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** About a customer as such, whatever runs there are. */
public sealed interface CustomerDecision extends Decision {

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
            implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** An event changed nothing but the position in the log, because it had been seen before. */
    record EventIgnored(String event, String messageId, long offset, String reason, Instant at)
            implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Attributes of the customer have these values from now on. */
    record AttributesSet(Map<String, Object> attributes, Instant at) implements CustomerDecision {
        public AttributesSet {
            attributes = Map.copyOf(attributes);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer has said yes or no to a channel. */
    record ConsentSet(Channel channel, boolean granted, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer has said yes or no to a topic. */
    record TopicConsentSet(String topic, boolean granted, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer has come into a segment that some journey starts from. */
    record SegmentEntered(SegmentId segment, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer has left a segment that some journey starts from. */
    record SegmentLeft(SegmentId segment, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The segments that time alone can change are looked at again at {@code due}; empty for never. */
    record SegmentCheckSet(Optional<Instant> due, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** If nothing happens until {@code due}, the journey begins. Replaces an earlier one of the same journey. */
    record SilenceArmed(JourneyId journey, Instant due, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A silence has lasted long enough, or its journey is gone. It does not count again until the event has happened. */
    record SilenceEnded(JourneyId journey, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The journey begins at {@code due}, a date in the customer's data. Replaces an earlier one of the same journey. */
    record DateSet(JourneyId journey, Instant due, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The date has come, or is gone from the data, or its journey is. */
    record DateCleared(JourneyId journey, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The customer was brought in line with a version of the workspace. */
    record Arranged(String workspace, Instant at) implements CustomerDecision {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
