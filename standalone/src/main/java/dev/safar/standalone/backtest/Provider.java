package dev.safar.standalone.backtest;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.Receipts;
import dev.safar.core.model.Observed;
import dev.safar.core.runtime.Decision;
import dev.safar.core.runtime.Event;
import dev.safar.dispatch.tracking.MessageRef;
import dev.safar.dispatch.tracking.Receipt;
import dev.safar.engine.streams.ObservedCalls;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes every message of a customer at once, and says so as channel-dispatch does. */
final class Provider implements Function<Decision, Optional<Event>> {

    /** A recording may hold the same report; later than after so many messages it is heard twice, which changes nothing. */
    private static final int REMEMBERED = 1000;

    private final String customer;
    private final Observed observed;
    private final Set<String> reports = new LinkedHashSet<>();

    Provider(String customer, Observed observed) {
        this.customer = customer;
        this.observed = observed;
    }

    @Override
    public Optional<Event> apply(Decision decision) {
        return decision instanceof Decision.MessageRequested requested ? report(requested) : Optional.empty();
    }

    /** Whether this is a report that was given already. */
    boolean hasReported(Event event) {
        return reports.contains(event.messageId());
    }

    private Optional<Event> report(Decision.MessageRequested requested) {
        MessageRef message = new MessageRef(
                requested.message().value(),
                customer,
                requested.journey().id().value(),
                requested.run().value(),
                requested.step().value(),
                requested.channel().wireName(),
                requested.template().value());
        CustomerEvent report = Receipt.of(Receipts.Kind.SENT, message).event(requested.at());
        reports.add(report.messageId());
        if (reports.size() > REMEMBERED) {
            reports.remove(reports.iterator().next());
        }
        return ObservedCalls.read(report, observed).map(ObservedCalls.Received::event);
    }
}
