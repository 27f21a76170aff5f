package dev.safar.standalone.backtest;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DecisionRecord;
import dev.safar.core.model.Workspace;
import dev.safar.core.runtime.Decision;
import dev.safar.core.scenario.VirtualTime;
import dev.safar.engine.streams.Ledger;
import dev.safar.engine.streams.ObservedCalls;
import java.time.Instant;
import java.util.List;

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

    Life(String customer, Workspace workspace, Witness witness) {
        this.customer = customer;
        this.workspace = workspace;
        this.witness = witness;
        this.ledger = new Ledger(customer);
        this.provider = new Provider(customer, workspace.observed());
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
        tell(time.passBefore(received.receivedAt())); // a report is on a message that may only now be due
        if (!provider.hasReported(received.event())) {
            tell(time.feed(received.event(), received.receivedAt()));
        }
    }

    private void tell(List<Decision> decisions) {
        for (Decision decision : decisions) {
            witness.decided(decision);
            decision.accept(ledger).ifPresent(witness::recorded);
        }
        time.forget();
    }
}
