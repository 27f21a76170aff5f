package dev.safar.core.definition;

import java.util.List;
import java.util.Optional;

/** One step as written, with the steps that are written inside it. */
public sealed interface WrittenStep {

    Head head();

    <R> R accept(Visitor<R> visitor);

    /** The lists of steps inside this one, in written order; for a step with two ways out always both. */
    default List<List<WrittenStep>> inside() {
        return List.of();
    }

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
    record WaitUntil(Head head, WrittenUntil until) implements WrittenStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code wait_for: { on, where, timeout }} and its like with {@code then} and {@code else}. */
    record WaitFor(Head head, List<WrittenAwaited> awaited, Optional<WrittenDuration> timeout, Branches branches)
            implements WrittenStep {
        public WaitFor {
            awaited = List.copyOf(awaited);
        }

        /** Whether time alone never ends it. */
        public boolean endless() {
            return timeout.isEmpty();
        }

        @Override
        public List<List<WrittenStep>> inside() {
            return branches.both();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code if: condition} with {@code then} and {@code else}; an {@code elif} is an {@code if} inside {@code else}. */
    record If(Head head, YamlNode.Scalar condition, Branches branches) implements WrittenStep {
        @Override
        public List<List<WrittenStep>> inside() {
            return branches.both();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code split: { a: { weight, then }, … }}. */
    record Split(Head head, List<Arm> arms) implements WrittenStep {
        public Split {
            arms = List.copyOf(arms);
        }

        @Override
        public List<List<WrittenStep>> inside() {
            return arms.stream().map(Arm::then).toList();
        }

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

    /** {@code send: channel} with what goes with it. */
    record Send(
            Head head,
            List<YamlNode.Scalar> channels,
            YamlNode.Scalar template,
            Optional<WrittenDuration> notLaterThan,
            List<WrittenValue> with,
            Handling handling)
            implements WrittenStep {
        public Send {
            channels = List.copyOf(channels);
            with = List.copyOf(with);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code set: { customer.points: { add: 5 }, … }}. */
    record Set(Head head, List<WrittenAssignment> assignments) implements WrittenStep {
        public Set {
            assignments = List.copyOf(assignments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code call: { url, with, timeout, as }} with {@code then} and {@code else}. */
    record Call(Head head, Question question, Branches branches) implements WrittenStep {
        @Override
        public List<List<WrittenStep>> inside() {
            return branches.both();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code emit: Event Name} with its fields. */
    record Emit(Head head, YamlNode.Scalar event, List<WrittenValue> with) implements WrittenStep {
        public Emit {
            with = List.copyOf(with);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code begin: other-journey} with its key and what it is told. */
    record Begin(Head head, YamlNode.Scalar journey, Optional<YamlNode.Scalar> key, List<WrittenValue> with)
            implements WrittenStep {
        public Begin {
            with = List.copyOf(with);
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

    /** The steps of a step with two ways out; either list may be empty. */
    record Branches(List<WrittenStep> then, List<WrittenStep> otherwise) {
        public Branches {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        List<List<WrittenStep>> both() {
            return List.of(then, otherwise);
        }
    }

    /** One of the ways of a {@link Split}. */
    record Arm(String name, Location where, int weight, List<WrittenStep> then) {
        public Arm {
            then = List.copyOf(then);
        }
    }

    /** What a {@link Call} asks, whom, and what becomes of the answer. */
    record Question(
            YamlNode.Scalar url,
            List<WrittenValue> with,
            Optional<WrittenDuration> timeout,
            Optional<YamlNode.Scalar> as) {
        public Question {
            with = List.copyOf(with);
        }
    }

    /** {@code quiet}, {@code priority} and {@code topic} of a {@link Send}. */
    record Handling(
            Optional<YamlNode.Scalar> quiet, Optional<YamlNode.Scalar> priority, Optional<YamlNode.Scalar> topic) {}

    /** Java 17 has no exhaustive pattern switch: a new kind of step breaks every visitor at compile time. */
    interface Visitor<R> {
        R visit(Wait wait);

        R visit(WaitUntil wait);

        R visit(WaitFor wait);

        R visit(If branch);

        R visit(Split split);

        R visit(Offer offer);

        R visit(Send send);

        R visit(Set set);

        R visit(Call call);

        R visit(Emit emit);

        R visit(Begin begin);

        R visit(Stop stop);
    }
}
