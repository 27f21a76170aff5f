package dev.safar.core.runtime;

import dev.safar.core.model.SegmentId;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what happens next. The same workspace, customer, input and time give the same decisions, always. */
public final class Decider {

    /** How often what has just begun may fall due at once. */
    private static final int ROUNDS = 16;

    private final Workspace workspace;
    private final Attention attention;
    private final Profile profile;
    private final Reports reports;
    private final Stops stops;
    private final Waits waits;
    private final Starts starts;
    private final Goals goals;
    private final Silences silences;
    private final Dates dates;
    private final Memberships memberships;
    private final Broadcasts broadcasts;
    private final Arrangement arrangement;
    private final Timers timers;

    public Decider(Workspace workspace) {
        Outbox outbox = new Outbox(workspace);
        this.workspace = workspace;
        this.attention = new Attention(workspace.observed());
        this.profile = new Profile(workspace);
        this.stops = new Stops(workspace);
        this.waits = new Waits(workspace, outbox);
        this.reports = new Reports(workspace, outbox, stops);
        this.starts = new Starts(workspace, outbox, stops);
        this.goals = new Goals(workspace);
        this.silences = new Silences(workspace, starts);
        this.dates = new Dates(workspace, starts);
        this.memberships = new Memberships(workspace, starts);
        this.broadcasts = new Broadcasts(workspace, starts);
        this.arrangement = new Arrangement(workspace, silences, dates, memberships);
        this.timers = new Timers(workspace, outbox, new Timers.Ahead(silences, dates, memberships));
    }

    /**
     * Decides, and changes nothing: {@link Evolution} applies what was decided. Never throws for any input.
     *
     * @param now when the input became known: the reception time of an event, the time of a tick
     */
    public List<Decision> decide(Customer customer, Input input, Instant now) {
        return outcome(customer, input, now).decisions();
    }

    /**
     * What was decided, and what becomes of the customer by it.
     *
     * @param customer as {@link Evolution#replay} makes of the decisions
     */
    public record Outcome(List<Decision> decisions, Customer customer) {}

    /** Decides, and tells what comes of it: deciding has to know that anyway. */
    public Outcome outcome(Customer customer, Input input, Instant now) {
        if (input instanceof Input.Occurred occurred) {
            return onEvent(customer, occurred, now);
        }
        if (isUnheardOf(customer)) {
            return new Outcome(List.of(), customer);
        }
        Deliberation deliberation = Deliberation.ofTick(workspace, customer, now);
        arrangement.apply(deliberation);
        if (input instanceof Input.Scheduled scheduled) {
            Customer before = deliberation.customer();
            broadcasts.apply(scheduled, deliberation);
            settle(Memberships.Happened.of(now, "schedule"), before, deliberation);
        } else {
            pass(deliberation);
        }
        return deliberation.outcome();
    }

    /** Time alone makes nobody a customer. */
    private static boolean isUnheardOf(Customer customer) {
        return customer.offset() < 0 && customer.firstSeen().isEmpty();
    }

    /** What falls due can let more fall due, though not for ever: what follows is what a journey begins at once. */
    private void pass(Deliberation deliberation) {
        for (int round = 0; round < ROUNDS && Timers.isDue(deliberation); round++) {
            Customer before = deliberation.customer();
            timers.fire(deliberation);
            settle(Memberships.Happened.of(deliberation.now(), "tick " + round), before, deliberation);
        }
    }

    /** Does what follows from what has changed, until nothing does. */
    private void settle(Memberships.Happened cause, Customer before, Deliberation deliberation) {
        Set<SegmentId> changed = new HashSet<>();
        Customer settled = before;
        while (!deliberation.customer().equals(settled)) {
            dates.follow(settled, deliberation);
            settled = deliberation.customer();
            memberships.follow(cause, changed, deliberation);
            follow(deliberation);
        }
    }

    /** Does what was set off, and what that sets off in its turn. */
    private void follow(Deliberation deliberation) {
        for (Optional<Consequence> next = deliberation.nextConsequence();
                next.isPresent();
                next = deliberation.nextConsequence()) {
            if (next.get() instanceof Consequence.Emission emission) {
                Event event = emission.event();
                deliberation.turnTo(event);
                happen(event, deliberation.customer().offset(), deliberation);
            } else if (next.get() instanceof Consequence.Calling calling) {
                starts.called(calling, deliberation);
            }
        }
    }

    /** What has ended is out of the way before anything begins: an order ends one journey and starts another. */
    private Outcome onEvent(Customer customer, Input.Occurred occurred, Instant now) {
        Event event = occurred.event();
        boolean seen = MessageIds.seen(customer.recentMessageIds(), event.messageId());
        if (seen && occurred.offset() <= customer.offset()) {
            return new Outcome(List.of(), customer);
        }
        Deliberation deliberation = new Deliberation(workspace, customer, event.fields(), now);
        arrangement.apply(deliberation);
        if (seen) {
            deliberation.emit(new CustomerDecision.EventIgnored(
                    event.name(), event.messageId(), occurred.offset(), "duplicate", now));
            return deliberation.outcome();
        }
        Customer before = deliberation.customer();
        happen(event, occurred.offset(), deliberation);
        settle(Memberships.Happened.of(event), before, deliberation);
        return deliberation.outcome();
    }

    private void happen(Event event, long offset, Deliberation deliberation) {
        deliberation.emit(new CustomerDecision.EventApplied(
                event.name(),
                event.messageId(),
                event.time(),
                offset,
                attention.kept(event),
                attention.impressionOf(event),
                deliberation.now()));
        profile.apply(event, deliberation);
        reports.apply(event, deliberation);
        goals.apply(event, deliberation);
        stops.apply(event, deliberation);
        waits.apply(event, deliberation);
        starts.apply(event, deliberation);
        silences.apply(event, deliberation);
    }
}
