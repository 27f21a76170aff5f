package dev.safar.engine.streams;

import dev.safar.core.runtime.Decision;
import dev.safar.engine.state.StoredCustomer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an input does to a customer, worked out and encoded but not yet done: whatever can fail because of one record has
 * failed before this exists.
 *
 * @param before the customer as it was
 * @param encoded the customer's new record; empty where it did not change
 * @param standing where the timer index holds the customer now
 */
record Transition(
        StoredCustomer before,
        StoredCustomer customer,
        Optional<byte[]> encoded,
        OptionalLong standing,
        List<Decision> decisions,
        List<Output> outputs) {}
