package dev.safar.core.runtime;

import dev.safar.core.model.RunId;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One decision in the making: what it emits, it also applies, so that what is decided next sees it. */
final class Deliberation {

    /** How long a chain of what one thing sets off may be, all following from one input. */
    static final int DEPTH_LIMIT = 16;

    /** How much may follow from one input altogether. */
    static final int BREADTH_LIMIT = 64;

    private final List<Decision> decisions = new ArrayList<>();
    private final Deque<SetOff> consequences = new ArrayDeque<>();
    private final Workspace workspace;
    private final Instant now;
    private Map<String, Object> event;
    private Customer customer;
    private int depth;
    private boolean ticked;
    private int setOff;

    /** @param event the fields of the event at hand */
    Deliberation(Workspace workspace, Customer customer, Map<String, Object> event, Instant now) {
        this.workspace = workspace;
        this.customer = customer;
        this.event = event;
        this.now = now;
    }

    /** Time alone has passed. */
    static Deliberation ofTick(Workspace workspace, Customer customer, Instant now) {
        Deliberation deliberation = new Deliberation(workspace, customer, Map.of(), now);
        deliberation.ticked = true;
        return deliberation;
    }

    /** Whether a tick drives it, also through what that sets off: all that came before in the log has been seen. */
    boolean ticked() {
        return ticked;
    }

    void emit(Decision decision) {
        decisions.add(decision);
        customer = Evolution.apply(customer, decision);
    }

    /** Why nothing more may be set off: a chain that does not end, or one that branches out too much. */
    Optional<String> exhaustion() {
        if (depth >= DEPTH_LIMIT) {
            return Optional.of("too-deep");
        }
        return setOff >= BREADTH_LIMIT ? Optional.of("too-many") : Optional.empty();
    }

    /** What a step has set off: it happens when what is under way has been decided. */
    void later(Consequence consequence) {
        consequences.add(new SetOff(consequence, depth + 1));
        setOff++;
    }

    /** The next of what was set off, the oldest first: what it sets off in its turn lies one deeper. */
    Optional<Consequence> nextConsequence() {
        SetOff next = consequences.poll();
        depth = next == null ? 0 : next.depth();
        return Optional.ofNullable(next).map(SetOff::consequence);
    }

    private record SetOff(Consequence consequence, int depth) {}

    Decider.Outcome outcome() {
        return new Decider.Outcome(List.copyOf(decisions), customer);
    }

    Customer customer() {
        return customer;
    }

    Instant now() {
        return now;
    }

    Optional<Run> run(RunId id) {
        return customer.run(id);
    }

    /** From now on another event is at hand. */
    void turnTo(Event next) {
        event = next.fields();
    }

    /** The world before there is a run. */
    Moment moment() {
        return new Moment(workspace, customer, event, Map.of(), now);
    }

    Moment momentOf(Run run) {
        return new Moment(workspace, customer, event, run.variables(), now);
    }

    /** As it looked to another event, remembered with these fields. */
    Moment momentOf(Map<String, Object> remembered, Map<String, Object> run) {
        return new Moment(workspace, customer, remembered, run, now);
    }

    /** Ends a run from outside: messages still in the outbox are taken back. */
    void abandon(Run run, String reason) {
        emit(new RunDecision.Finished(run.id(), run.journey(), run.step(), reason, now));
        retract(run, reason);
    }

    /** Takes back what a run has in the outbox. */
    void retract(Run run, String reason) {
        for (SentMessage message : run.messages()) {
            if (message.status() == SentMessage.Status.REQUESTED) {
                retract(run, message, reason);
            }
        }
    }

    void retract(Run run, SentMessage message, String reason) {
        emit(new MessageDecision.MessageRetracted(
                run.id(), run.journey(), message.step(), message.id(), message.channel(), reason, now));
    }
}
