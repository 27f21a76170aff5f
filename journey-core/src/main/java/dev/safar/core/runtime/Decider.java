package dev.safar.core.runtime;

import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what happens next. The same workspace, customer, input and time give the same decisions, always. */
public final class Decider {

    private final Workspace workspace;
    private final Profile profile;
    private final Reports reports;
    private final Stops stops;
    private final Waits waits;
    private final Starts starts;
    private final Silences silences;
    private final Timers timers;

    public Decider(Workspace workspace) {
        Outbox outbox = new Outbox(workspace);
        this.workspace = workspace;
        this.profile = new Profile(workspace);
        this.stops = new Stops(workspace);
        this.waits = new Waits(workspace, outbox);
        this.reports = new Reports(workspace, outbox, stops);
        this.starts = new Starts(workspace, outbox, stops);
        this.silences = new Silences(workspace, starts);
        this.timers = new Timers(workspace, outbox, silences);
    }

    /**
     * Decides, and changes nothing: {@link Evolution} applies what was decided. Never throws for any input.
     *
     * @param now when the input became known: the reception time of an event, the time of a tick
     */
    public List<Decision> decide(Customer customer, Input input, Instant now) {
        if (input instanceof Input.Occurred occurred) {
            return onEvent(customer, occurred, now);
        }
        Deliberation deliberation = new Deliberation(customer, Map.of(), now);
        timers.fire(deliberation);
        return deliberation.decisions();
    }

    /** What has ended is out of the way before anything begins: an order ends one journey and starts another. */
    private List<Decision> onEvent(Customer customer, Input.Occurred occurred, Instant now) {
        Event event = occurred.event();
        boolean seen = MessageIds.seen(customer.recentMessageIds(), event.messageId());
        if (seen && occurred.offset() <= customer.offset()) {
            return List.of();
        }
        Deliberation deliberation = new Deliberation(customer, event.fields(), now);
        if (seen) {
            deliberation.emit(
                    new Decision.EventIgnored(event.name(), event.messageId(), occurred.offset(), "duplicate", now));
            return deliberation.decisions();
        }
        deliberation.emit(new Decision.EventApplied(
                event.name(), event.messageId(), event.time(), occurred.offset(), kept(event), now));
        profile.apply(event, deliberation);
        reports.apply(event, deliberation);
        stops.apply(event, deliberation);
        waits.apply(event, deliberation);
        starts.apply(event, deliberation);
        silences.apply(event, deliberation);
        return deliberation.decisions();
    }

    private Optional<Map<String, Object>> kept(Event event) {
        if (!workspace.observed().observes(event.name()) || event.name().equals(Event.IDENTIFY)) {
            return Optional.empty();
        }
        if (!workspace.observed().recent().contains(event.name())) {
            return Optional.of(Map.of());
        }
        Map<String, Object> fields = new HashMap<>(event.fields());
        fields.keySet().retainAll(workspace.observed().fieldsOf(event.name()));
        return Optional.of(Map.copyOf(fields));
    }
}
