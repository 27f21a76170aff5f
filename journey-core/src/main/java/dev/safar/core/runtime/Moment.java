package dev.safar.core.runtime;

import dev.safar.core.model.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What can be seen of a customer at one moment, perhaps with an event and a run at hand. */
record Moment(Customer customer, Map<String, Object> event, Map<String, Object> run, Instant now) implements Scope {

    @Override
    public Map<String, Object> attributes() {
        return customer.attributes();
    }

    @Override
    public long count(String name) {
        return history(name).map(EventHistory::count).orElse(0L);
    }

    @Override
    public Optional<Instant> last(String name) {
        return history(name).map(EventHistory::last);
    }

    @Override
    public Optional<Instant> first(String name) {
        return history(name).map(EventHistory::first);
    }

    private Optional<EventHistory> history(String name) {
        return Optional.ofNullable(customer.history().get(name));
    }
}
