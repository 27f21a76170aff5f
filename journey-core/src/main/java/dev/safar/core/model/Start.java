package dev.safar.core.model;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** What begins a run of a journey. */
public sealed interface Start {

    <R> R accept(Visitor<R> visitor);

    /** An event begins a run, one per key. Without a key there is one run per customer. */
    record OnEvent(String event, Optional<Condition> where, Optional<KeyExpression> key, Again again) implements Start {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A silence begins a run: {@code length} after the last {@code event}, once per silence.
     *
     * @param sinceFirstSeen whether a customer who never had one is silent since being first seen
     */
    record Inactive(String event, Duration length, boolean sinceFirstSeen) implements Start {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Coming into a segment begins a run, or leaving it. */
    record SegmentChange(SegmentId segment, boolean enters) implements Start {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A date in the customer's data begins a run, at a time of the customer's clock.
     *
     * @param yearly every year on that day; else once
     */
    record AtDate(DateReference date, boolean yearly, LocalTime time) implements Start {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A timetable begins a run for every customer of a segment, or for all. */
    record Schedule(Timetable timetable, Optional<SegmentId> segment) implements Start {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Another journey or a call of the shop begins a run, one per key. */
    record Called(Optional<KeyExpression> key, Again again) implements Start {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** What a further start event does while a run with the same key is under way. */
    enum Again {
        IGNORE,
        RESTART,
        PARALLEL
    }

    /** Java 17 has no exhaustive pattern switch: a new kind of start breaks every visitor at compile time. */
    interface Visitor<R> {
        R visit(OnEvent start);

        R visit(Inactive start);

        R visit(SegmentChange start);

        R visit(AtDate start);

        R visit(Schedule start);

        R visit(Called start);
    }
}
