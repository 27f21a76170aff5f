package dev.safar.engine.streams;

import dev.safar.core.runtime.Decision;
import dev.safar.engine.state.StoredCustomer;
import dev.safar.engine.streams.CustomerStore.Held;
import java.util.List;
import java.util.OptionalLong;

/**
 * What an input does to a customer, worked out but not yet done: whatever can fail because of one record has failed before this
 * exists.
 *
 * @param before the customer as it was
 * @param after the customer as it becomes
 * @param standing where the timer index holds the customer now
 */
record Transition(
        StoredCustomer before, Held after, OptionalLong standing, List<Decision> decisions, List<Output> outputs) {

    StoredCustomer customer() {
        return after.customer();
    }
}
