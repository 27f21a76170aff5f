package dev.safar.core.definition;

import java.util.List;

/** What may stand under a key. */
public sealed interface Type {

    /** One value alone, written in a certain way. */
    enum Plain implements Type {
        TEXT,
        /** Letters of any script, digits, hyphens, underscores. */
        NAME,
        /** A whole number. */
        WHOLE,
        /** A number, perhaps with decimals. */
        NUMBER,
        YES_NO,
        /** {@code 30s}, {@code 15m}, {@code 1h}, {@code 3d}, {@code 2w}. */
        DURATION,
        /** {@code 09:00}, on a clock of 24 hours. */
        CLOCK,
        /** {@code 2026-12-01} or {@code 2026-12-01T09:00}. */
        DATE,
        /** The name of an event, as the shop sends it. */
        EVENT,
        /** CEL that is true or false. */
        CONDITION,
        /** CEL that gives a value. */
        VALUE,
        /** Anything: a value, a list, keys of its own. */
        ANY
    }

    /** One of these words. */
    record Choice(List<String> words) implements Type {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** Keys of a construct. */
    record Keys(Construct construct) implements Type {}

    /** Keys of the author's own, each with a value of one type. */
    record Named(Type each) implements Type {}

    record ListOf(Type each) implements Type {}

    /** One of several types. */
    record Either(List<Type> types) implements Type {
        public Either {
            types = List.copyOf(types);
        }
    }

    /** A list of steps, each of any kind. */
    record Steps() implements Type {}
}
