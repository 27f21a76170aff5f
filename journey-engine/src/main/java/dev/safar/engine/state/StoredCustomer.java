package dev.safar.engine.state;

import dev.safar.core.runtime.Customer;
import java.util.OptionalLong;

/**
 * A customer as the store holds one.
 *
 * @param indexedDue under which time, in milliseconds, the timer index holds this customer; empty where it does not
 * @param countedByStep whether the runs of this customer are in the counts by step, which the first version did not keep
 * @param applied which events of the log the customer has been through
 */
public record StoredCustomer(Customer customer, OptionalLong indexedDue, boolean countedByStep, Applied applied) {

    /** A customer of whom nothing is stored. */
    public static StoredCustomer unknown(String id) {
        return new StoredCustomer(Customer.unknown(id), OptionalLong.empty(), true, Applied.NOTHING);
    }
}
