package dev.safar.core.model;

import java.util.Objects;

/** One customer's way through one journey, derived from what started it, so that a repeated cause is the same run. */
public record RunId(String value) {

    public RunId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
