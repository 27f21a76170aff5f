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

    private final List<Decision> decisions = new ArrayList<>();
    private final Deque<Consequence> consequences = new ArrayDeque<>();
    private final Workspace workspace;
    private final Instant now;
    private final Map<String, Object> event;
    private Customer customer;

    /** @param event the fields of the event at hand, none if time alone has passed */
    Deliberation(Workspace workspace, Customer customer, Map<String, Object> event, Instant now) {
        this.workspace = workspace;
        this.customer = customer;
        this.event = event;
        this.now = now;
    }

    void emit(Decision decision) {
        decisions.add(decision);
        customer = Evolution.apply(customer, decision);
    }

    /** What a step has set off: it happens when what is under way has been decided. */
    void later(Consequence consequence) {
        consequences.add(consequence);
    }

    /** The next of what was set off, the oldest first. */
    Optional<Consequence> nextConsequence() {
        return Optional.ofNullable(consequences.poll());
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
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
        emit(new Decision.Finished(run.id(), run.journey(), run.step(), reason, now));
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
        emit(new Decision.MessageRetracted(
                run.id(), run.journey(), message.step(), message.id(), message.channel(), reason, now));
    }
}
