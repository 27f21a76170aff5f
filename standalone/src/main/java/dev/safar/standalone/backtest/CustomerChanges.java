package dev.safar.standalone.backtest;

import dev.safar.core.model.MessageId;
import dev.safar.core.runtime.MessageDecision.MessageRequested;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A customer who would get something different, and what. */
public record CustomerChanges(String customer, List<Change> changes) {

    public CustomerChanges {
        changes = List.copyOf(changes);
    }

    /** Messages are the same where the same step of the same run sends them. */
    static CustomerChanges between(
            String customer, Map<MessageId, MessageRequested> now, Map<MessageId, MessageRequested> against) {
        List<Change> changes = new ArrayList<>();
        now.forEach((id, message) -> {
            MessageRequested other = against.get(id);
            if (other == null) {
                changes.add(Change.added(message));
            } else {
                Change.between(message, other).ifPresent(changes::add);
            }
        });
        against.forEach((id, message) -> {
            if (!now.containsKey(id)) {
                changes.add(Change.removed(message));
            }
        });
        changes.sort(Comparator.comparing(Change::at));
        return new CustomerChanges(customer, changes);
    }
}
