package dev.safar.core.definition;

import java.util.List;
import java.util.Optional;

/** One step as written, with the steps that are written inside it. */
public sealed interface WrittenStep {

    Head head();

    <R> R accept(Visitor<R> visitor);

    /** What every step has: a place and, if its author wants, a name. */
    record Head(Location where, Optional<YamlNode.Scalar> id) {}

    /** {@code wait: 1h}. */
    record Wait(Head head, WrittenDuration length) implements WrittenStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code wait: { until: start + 24h }}. */
    record WaitUntil(Head head, WrittenDuration sinceStart) implements WrittenStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code wait_for: { on, where, timeout }} with {@code then} and {@code else}. */
    record WaitForEvent(Head head, WrittenEvent event, Optional<WrittenDuration> timeout, Branches branches)
            implements WrittenStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code wait_for: { opened, timeout }} with {@code then} and {@code else}. */
    record WaitForOpened(Head head, YamlNode.Scalar message, Optional<WrittenDuration> timeout, Branches branches)
            implements WrittenStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code if: condition} with {@code then} and {@code else}. */
    record If(Head head, YamlNode.Scalar condition, Branches branches) implements WrittenStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code offer: { id, percent, valid_for }}. */
    record Offer(Head head, YamlNode.Scalar offer, int percent, WrittenDuration validFor) implements WrittenStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code send: channel} with {@code template}, {@code fallback} and {@code not_later_than}. */
    record Send(
            Head head, List<YamlNode.Scalar> channels, YamlNode.Scalar template, Optional<WrittenDuration> notLaterThan)
            implements WrittenStep {
        public Send {
            channels = List.copyOf(channels);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code stop: reason}. */
    record Stop(Head head, YamlNode.Scalar reason) implements WrittenStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The steps inside a step; either list may be empty. */
    record Branches(List<WrittenStep> then, List<WrittenStep> otherwise) {

        /** Nothing inside. */
        public static final Branches NONE = new Branches(List.of(), List.of());

        public Branches {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** The steps inside this one. */
    default Branches inside() {
        if (this instanceof WaitForEvent wait) {
            return wait.branches();
        }
        if (this instanceof WaitForOpened wait) {
            return wait.branches();
        }
        return this instanceof If branch ? branch.branches() : Branches.NONE;
    }

    /** Java 17 has no exhaustive pattern switch: a new kind of step breaks every visitor at compile time. */
    interface Visitor<R> {
        R visit(Wait wait);

        R visit(WaitUntil wait);

        R visit(WaitForEvent wait);

        R visit(WaitForOpened wait);

        R visit(If branch);

        R visit(Offer offer);

        R visit(Send send);

        R visit(Stop stop);
    }
}
