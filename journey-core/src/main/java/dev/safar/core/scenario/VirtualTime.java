package dev.safar.core.scenario;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Timetable;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.Decider;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Event;
import dev.safar.core.runtime.Evolution;
import dev.safar.core.runtime.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One customer in virtual time: months pass in milliseconds, and whatever falls due on the way happens at exactly its
 * due time. An event at a timer's due time comes before the timer, and that before a timetable.
 */
public final class VirtualTime {

    private final Decider decider;
    private final Function<Decision, Optional<Event>> world;
    private final Workspace workspace;
    private final Timetables timetables;
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
        this.workspace = workspace;
        this.timetables = new Timetables(workspace, start);
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
        for (Optional<Instant> due = timetable(end); due.isPresent(); due = timetable(end)) {
            timetables.poll().ifPresent(this::decide);
        }
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

    /**
     * Lets time pass until a moment, and then for as long as anything is under way in these journeys, but not beyond
     * {@code end}. What comes again and again, such as a timetable, is not waited for: what it begins after that moment may
     * be left half done.
     */
    public List<Decision> passToRest(Set<JourneyId> journeys, Instant moment, Instant end) {
        int before = decisions.size();
        passUntil(moment);
        for (Optional<Instant> due = dueBy(end);
                due.isPresent() && journeys.stream().anyMatch(journey -> isUnderWay(journey, moment));
                due = dueBy(end)) {
            passUntil(due.get());
        }
        return List.copyOf(decisions.subList(before, decisions.size()));
    }

    private boolean isUnderWay(JourneyId journey, Instant moment) {
        boolean recurs = recurs(journey);
        boolean ahead = customer.silences().containsKey(journey)
                || customer.agenda().dates().containsKey(journey)
                || timetables.isAhead(journey);
        return (ahead && !recurs)
                || customer.runs().stream()
                        .anyMatch(run -> run.live()
                                && run.due().isPresent()
                                && run.journey().id().equals(journey)
                                && (!recurs || !run.startedAt().isAfter(moment)));
    }

    private boolean recurs(JourneyId id) {
        return workspace
                .current(id)
                .filter(journey -> (journey.start() instanceof Start.AtDate date && date.yearly())
                        || (journey.start() instanceof Start.Schedule schedule
                                && schedule.timetable() instanceof Timetable.Cron))
                .isPresent();
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
        if (isUnheardOf()) {
            timetables.skipTo(end.minusNanos(1));
        }
        for (Optional<Instant> due = dueBefore(end); due.isPresent(); due = dueBefore(end)) {
            boolean timer = customer.nextDue().equals(due);
            now = later(now, due.get()); // an event that came late may have left a time behind that is gone by
            decide(timer ? new Input.TimePassed() : timetables.poll().orElseThrow());
        }
    }

    private Optional<Instant> dueBefore(Instant end) {
        return now.isBefore(end) ? nextDue().filter(due -> due.isBefore(end)) : Optional.empty();
    }

    private Optional<Instant> dueBy(Instant end) {
        return nextDue().filter(due -> !due.isAfter(end));
    }

    private Optional<Instant> timetable(Instant end) {
        return isUnheardOf() ? Optional.empty() : timetables.nextDue().filter(due -> !due.isAfter(end));
    }

    private Optional<Instant> nextDue() {
        Optional<Instant> timer = customer.nextDue();
        Optional<Instant> timetable = isUnheardOf() ? Optional.empty() : timetables.nextDue();
        return Stream.concat(timer.stream(), timetable.stream()).min(Comparator.naturalOrder());
    }

    private boolean isUnheardOf() {
        return customer.firstSeen().isEmpty();
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
