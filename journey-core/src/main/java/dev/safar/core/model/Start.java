package dev.safar.core.model;

import java.time.Duration;
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

    /** A silence begins a run: {@code length} after the last {@code event}, once per silence. */
    record Inactive(String event, Duration length) implements Start {
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
    }
}
