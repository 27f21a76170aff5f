package dev.safar.standalone.backtest;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.Receipts;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Event;
import dev.safar.core.scenario.VirtualTime;
import dev.safar.engine.streams.Ledger;
import dev.safar.engine.streams.ObservedCalls;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One customer in one workspace, from the first event that somebody can notice to the end of time. */
final class Life {

    private final String customer;
    private final Workspace workspace;
    private final Witness witness;
    private final Ledger ledger;
    private final Provider provider;
    private VirtualTime time;

    /** Sees all that is decided, in order. */
    interface Witness {

        void decided(Decision decision);

        /** What the ledger says of the decision seen last. */
        void recorded(DecisionRecord entry);
    }

    /**
     * Who it is about.
     *
     * @param reportedMessages those on which the recording holds reports
     */
    record Person(String customer, Set<String> reportedMessages) {}

    Life(Person person, Workspace workspace, Witness witness) {
        this.customer = person.customer();
        this.workspace = workspace;
        this.witness = witness;
        this.ledger = new Ledger(customer);
        this.provider = new Provider(customer, workspace.observed(), person.reportedMessages());
    }

    void live(CustomerEvent call) {
        ObservedCalls.read(call, workspace.observed()).ifPresent(this::live);
    }

    /** What falls due until then still happens. */
    void end(Instant end) {
        if (time != null) {
            tell(time.passUntil(end));
        }
    }

    private void live(ObservedCalls.Received received) {
        if (time == null) {
            time = new VirtualTime(workspace, customer, received.receivedAt(), provider);
        }
        Instant at = received.receivedAt();
        Event event = received.event();
        tell(isAheadOfItsMessage(event) ? time.passUntil(at) : time.passBefore(at));
        tell(time.feed(event, at));
    }

    /** A report on a message that is only now due, to the moment: of these two, it is the report that comes second. */
    private boolean isAheadOfItsMessage(Event event) {
        return Receipts.kindOf(event.name()).isPresent()
                && event.fields().get(Receipts.MESSAGE_ID) instanceof String message
                && time.customer().runs().stream()
                        .flatMap(run -> run.messages().stream())
                        .noneMatch(sent -> sent.id().value().equals(message));
    }

    private void tell(List<Decision> decisions) {
        for (Decision decision : decisions) {
            witness.decided(decision);
            decision.accept(ledger).ifPresent(witness::recorded);
        }
        time.forget();
    }
}
