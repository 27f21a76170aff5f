package dev.safar.core.runtime;

import dev.safar.core.model.Memory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What one event adds to what is remembered of a customer, beside having happened.
 *
 * @param memory what is remembered of this kind of event
 * @param amounts what it adds to each sum; a field that is missing or no number adds nothing
 * @param visit what it says about the customer's visits
 */
public record Impression(Memory memory, Map<String, Double> amounts, Optional<Visit> visit) {

    /** It happened; that is all. */
    public static final Impression PLAIN = new Impression(Memory.PLAIN, Map.of(), Optional.empty());

    public Impression {
        amounts = Map.copyOf(amounts);
    }

    /**
     * What an event says about a visit.
     *
     * @param sessions how long sessions have to be remembered, if they are counted and this event belongs to one
     * @param seen the product looked at
     * @param cart what it does to the cart
     */
    public record Visit(Optional<Duration> sessions, Optional<String> seen, Optional<CartChange> cart) {}

    /**
     * What an event does to the cart.
     *
     * @param product whose quantity changes; empty where the whole cart is emptied
     * @param quantity how many are put into it, below zero where they are taken out
     */
    public record CartChange(Optional<String> product, long quantity, Optional<Double> price) {

        /** More than any cart has. */
        static final long ALL = 1_000_000_000;

        /** Nothing is left. */
        static final CartChange EMPTIED = new CartChange(Optional.empty(), -ALL, Optional.empty());
    }
}
