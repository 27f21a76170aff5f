package dev.safar.core.runtime;

import dev.safar.core.model.Policies;
import java.util.Optional;

/** The customers who get no messages, always the same ones; a larger share holds all of a smaller one. */
final class Holdouts {

    private static final String SALT = "holdout";

    private final Policies policies;

    Holdouts(Policies policies) {
        this.policies = policies;
    }

    boolean holds(String customer, Optional<String> topic) {
        return policies.holdout()
                .filter(holdout -> topic.filter(holdout.except()::contains).isEmpty())
                .filter(holdout -> Shares.place(SALT, customer) < Math.round(holdout.share() * 100))
                .isPresent();
    }
}
