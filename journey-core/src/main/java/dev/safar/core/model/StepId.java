package dev.safar.core.model;

import java.util.Objects;

/** A step's name inside its journey: given by its author, or derived from what the step does. */
public record StepId(String value) {

    public StepId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
