package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.Scope;
import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What can be seen of a customer at one moment, perhaps with an event and a run at hand. */
record Moment(
        Workspace workspace,
        Customer customer,
        Map<String, Object> event,
        Map<String, Object> run,
        Instant now,
        Belonging belonging)
        implements Scope {

    Moment(Workspace workspace, Customer customer, Map<String, Object> event, Map<String, Object> run, Instant now) {
        this(workspace, customer, event, run, now, new Belonging(workspace, customer, now));
    }

    @Override
    public Map<String, Object> attributes() {
        return customer.attributes();
    }

    @Override
    public long count(String name) {
        return history(name).map(EventHistory::count).orElse(0L);
    }

    @Override
    public long count(String name, Duration window) {
        return history(name)
                .map(history -> history.timeline().countAfter(before(window)))
                .orElse(0L);
    }

    @Override
    public double sum(String name, String field) {
        return history(name).map(history -> history.sums().get(field)).orElse(0.0);
    }

    @Override
    public double sum(String name, String field, Duration window) {
        return history(name)
                .map(history -> history.timeline().sumAfter(before(window), field))
                .orElse(0.0);
    }

    @Override
    public Optional<Instant> last(String name) {
        return history(name).map(EventHistory::last);
    }

    @Override
    public Optional<Instant> first(String name) {
        return history(name).map(EventHistory::first);
    }

    @Override
    public long sessions() {
        return customer.browsing().sessions().count();
    }

    @Override
    public long sessions(Duration window) {
        return customer.browsing().sessions().countAfter(before(window));
    }

    @Override
    public boolean seen(String product) {
        return customer.browsing().seen().containsKey(product);
    }

    @Override
    public Map<String, Object> cart() {
        return customer.browsing().cart().fields();
    }

    @Override
    public Map<String, Object> consents() {
        Map<String, Object> consents = new HashMap<>();
        for (Channel channel : Channel.values()) {
            boolean usual = workspace.settings().consentByDefault().getOrDefault(channel, false);
            consents.put(channel.wireName(), customer.consents().getOrDefault(channel, usual));
        }
        return consents;
    }

    @Override
    public boolean in(String segment) {
        return belonging.in(segment);
    }

    private Instant before(Duration window) {
        return Instants.before(now, window);
    }

    private Optional<EventHistory> history(String name) {
        return Optional.ofNullable(customer.history().get(name));
    }
}
