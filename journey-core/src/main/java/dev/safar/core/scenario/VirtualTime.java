package dev.safar.core.scenario;

import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Decider;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Event;
import dev.safar.core.runtime.Evolution;
import dev.safar.core.runtime.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One customer in virtual time: months pass in milliseconds, and whatever falls due on the way happens at exactly its
 * due time. An event at a timer's due time comes before the timer.
 */
public final class VirtualTime {

    private final Decider decider;
    private final Function<Decision, Optional<Event>> world;
    private final List<Decision> decisions = new ArrayList<>();
    private Customer customer;
    private Instant now;
    private long offset;

    public VirtualTime(Workspace workspace, String customer, Instant start) {
        this(workspace, customer, start, decision -> Optional.empty());
    }

    /** @param world what happens at once because of a decision, such as a provider's taking a message */
    public VirtualTime(Workspace workspace, String customer, Instant start, Function<Decision, Optional<Event>> world) {
        this.decider = new Decider(workspace);
        this.world = world;
        this.customer = Customer.unknown(customer);
        this.now = start;
    }

    /** An event becomes known when it happens; the events of one customer come in the order of their times. */
    public List<Decision> feed(Event event) {
        return feed(event, event.time());
    }

    /** An event becomes known at {@code receivedAt}. What fell due before then happens first. */
    public List<Decision> feed(Event event, Instant receivedAt) {
        int before = decisions.size();
        fireDueBefore(receivedAt);
        now = later(now, receivedAt);
        decide(new Input.Occurred(event, offset++));
        return List.copyOf(decisions.subList(before, decisions.size()));
    }

    /** Lets time pass up to {@code end}: whatever falls due at that very moment is still to come. */
    public List<Decision> passBefore(Instant end) {
        int before = decisions.size();
        fireDueBefore(end);
        return List.copyOf(decisions.subList(before, decisions.size()));
    }

    /** Lets time pass up to and including {@code end}. */
    public List<Decision> passUntil(Instant end) {
        int before = decisions.size();
        fireDueBefore(end);
        now = later(now, end);
        decide(new Input.TimePassed());
        return List.copyOf(decisions.subList(before, decisions.size()));
    }

    /** Lets time pass for as long as it can still change anything, but not beyond {@code end}. */
    public List<Decision> passWhileDue(Instant end) {
        int before = decisions.size();
        for (Optional<Instant> due = dueBy(end); due.isPresent(); due = dueBy(end)) {
            passUntil(due.get());
        }
        return List.copyOf(decisions.subList(before, decisions.size()));
    }

    public Customer customer() {
        return customer;
    }

    /** All that was decided so far, in order. */
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** Forgets what was decided so far, so that a long life takes no more room than a short one. */
    public void forget() {
        decisions.clear();
    }

    private void fireDueBefore(Instant end) {
        for (Optional<Instant> due = dueBefore(end); due.isPresent(); due = dueBefore(end)) {
            now = later(now, due.get()); // an event that came late may have left a time behind that is gone by
            decide(new Input.TimePassed());
        }
    }

    private Optional<Instant> dueBefore(Instant end) {
        return now.isBefore(end) ? customer.nextDue().filter(due -> due.isBefore(end)) : Optional.empty();
    }

    private Optional<Instant> dueBy(Instant end) {
        return customer.nextDue().filter(due -> !due.isAfter(end));
    }

    private void decide(Input input) {
        List<Decision> made = decider.decide(customer, input, now);
        decisions.addAll(made);
        customer = Evolution.replay(customer, made);
        for (Decision decision : made) {
            world.apply(decision).ifPresent(event -> decide(new Input.Occurred(event, offset++)));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
