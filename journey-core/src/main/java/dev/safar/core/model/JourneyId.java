package dev.safar.core.model;

import java.util.Objects;

/** A journey's name in its workspace: the file name without its ending, such as {@code abandoned-cart}. */
public record JourneyId(String value) {

    public JourneyId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
