package dev.safar.core.runtime;

import java.util.List;

/** Applies decisions to a customer. Nothing else changes one. */
public final class Evolution {

    private Evolution() {}

    public static Customer apply(Customer customer, Decision decision) {
        return customer;
    }

    /** Applies decisions in order: all of a customer's life gives the customer. */
    public static Customer replay(Customer customer, List<Decision> decisions) {
        Customer now = customer;
        for (Decision decision : decisions) {
            now = apply(now, decision);
        }
        return now;
    }
}
