package dev.safar.core.model;

import java.util.Optional;

/**
 * How many customers in flight a change may touch without being asked twice.
 *
 * @param maxShare in per cent of those in flight, 0 to 100
 */
public record ApplyLimits(Optional<Long> maxCustomers, Optional<Double> maxShare) {

    /** No limits. */
    public static final ApplyLimits NONE = new ApplyLimits(Optional.empty(), Optional.empty());
}
