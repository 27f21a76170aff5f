package dev.safar.dispatch.provider;

import java.time.Duration;
import java.util.Optional;

/** What a provider made of a message. */
public sealed interface Answer {

    <R> R accept(Visitor<R> visitor);

    /** Why not; empty if it was accepted. */
    default String reason() {
        return "";
    }

    /** What it said, where the journey may ask for that; empty where it said nothing or nobody asks. */
    default Optional<Reply> reply() {
        return Optional.empty();
    }

    /** It has the message and will deliver it or report. */
    record Accepted(String providerId, Optional<Reply> reply) implements Answer {

        public Accepted(String providerId) {
            this(providerId, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** It waits for the customer, who has not got it yet; what becomes of it is told later. */
    record Kept(Shelved shelved) implements Answer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** It will never take this message: a bad number, an unregistered device. */
    record Refused(String reason, Optional<Reply> reply) implements Answer {

        public Refused(String reason) {
            this(reason, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * It answered, did not take the message, and may take it later.
     *
     * @param after how long it asked to wait; zero if it did not say
     */
    record TryAgain(String reason, Duration after, Optional<Reply> reply) implements Answer {

        public TryAgain(String reason, Duration after) {
            this(reason, after, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** It works, and may take this one message later: a full mailbox, greylisting. */
    record Deferred(String reason) implements Answer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** It does not work for any message now (down, credentials refused, no credit), and surely has not taken this one. */
    record Unreachable(String reason) implements Answer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The message went out and no answer came back: the provider may have it. */
    record Unknown(String reason) implements Answer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** One method a kind of answer. */
    interface Visitor<R> {
        R visit(Accepted answer);

        R visit(Kept answer);

        R visit(Refused answer);

        R visit(TryAgain answer);

        R visit(Deferred answer);

        R visit(Unreachable answer);

        R visit(Unknown answer);
    }
}
