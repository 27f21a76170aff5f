package dev.safar.standalone.backtest;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Receipts;
import dev.safar.core.model.Observed;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Event;
import dev.safar.core.runtime.MessageDecision;
import dev.safar.dispatch.tracking.MessageRef;
import dev.safar.dispatch.tracking.Receipt;
import dev.safar.engine.streams.ObservedCalls;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes every message of a customer at once, and says so as channel-dispatch does; silent where the recording speaks for itself. */
final class Provider implements Function<Decision, Optional<Event>> {

    private final String customer;
    private final Observed observed;
    private final Set<String> reported;

    /** @param reported the messages on which the recording holds reports */
    Provider(String customer, Observed observed, Set<String> reported) {
        this.customer = customer;
        this.observed = observed;
        this.reported = reported;
    }

    @Override
    public Optional<Event> apply(Decision decision) {
        if (decision instanceof MessageDecision.MessageRequested requested
                && !reported.contains(requested.message().value())) {
            return report(requested);
        }
        return Optional.empty();
    }

    private Optional<Event> report(MessageDecision.MessageRequested requested) {
        MessageRef message = new MessageRef(
                requested.message().value(),
                customer,
                requested.journey().id().value(),
                requested.run().value(),
                requested.step().value(),
                requested.channel().wireName(),
                requested.template().value());
        CustomerEvent report = Receipt.of(Receipts.Kind.SENT, message).event(requested.at());
        return ObservedCalls.read(report, observed).map(ObservedCalls.Received::event);
    }
}
