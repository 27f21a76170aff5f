package dev.safar.engine.query;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.runtime.Customer;
import dev.safar.core.runtime.EventHistory;
import dev.safar.core.runtime.Offer;
import dev.safar.core.runtime.Run;
import dev.safar.core.runtime.SentMessage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A customer as operators see one.
 *
 * @param offset up to which position of the customer's partition this holds
 * @param silences per journey, when a silence will have lasted long enough
 */
public record CustomerView(
        String id,
        long offset,
        Map<String, Object> attributes,
        Map<String, Boolean> consents,
        Map<String, HistoryView> history,
        List<RunView> runs,
        Map<String, Instant> silences,
        Optional<Instant> nextDue) {

    /** How often one kind of event happened, and when. */
    public record HistoryView(long count, Instant first, Instant last) {

        static HistoryView of(EventHistory history) {
            return new HistoryView(history.count(), history.first(), history.last());
        }
    }

    /**
     * A place in a journey.
     *
     * @param outcome of a finished run that has a message outstanding
     */
    public record RunView(
            String id,
            String journey,
            String version,
            String key,
            Instant startedAt,
            String step,
            Optional<Instant> due,
            Optional<Offer> offer,
            List<MessageView> messages,
            Optional<String> outcome) {

        static RunView of(Run run) {
            return new RunView(
                    run.id().value(),
                    run.journey().id().value(),
                    run.journey().version(),
                    run.key(),
                    run.startedAt(),
                    run.step().value(),
                    run.due(),
                    run.offer(),
                    run.messages().stream().map(MessageView::of).toList(),
                    run.outcome());
        }
    }

    /** A message that was asked for, and what became of it. */
    public record MessageView(String id, String step, String channel, Instant requestedAt, String status) {

        static MessageView of(SentMessage message) {
            return new MessageView(
                    message.id().value(),
                    message.step().value(),
                    message.channel().wireName(),
                    message.requestedAt(),
                    message.status().name().toLowerCase(Locale.ROOT));
        }
    }

    public static CustomerView of(Customer customer) {
        Map<String, Boolean> consents = new TreeMap<>();
        for (Map.Entry<Channel, Boolean> consent : customer.consents().entrySet()) {
            consents.put(consent.getKey().wireName(), consent.getValue());
        }
        Map<String, HistoryView> history = new TreeMap<>();
        customer.history().forEach((event, known) -> history.put(event, HistoryView.of(known)));
        Map<String, Instant> silences = new TreeMap<>();
        for (Map.Entry<JourneyId, Instant> silence : customer.silences().entrySet()) {
            silences.put(silence.getKey().value(), silence.getValue());
        }
        return new CustomerView(
                customer.id(),
                customer.offset(),
                new TreeMap<>(customer.attributes()),
                consents,
                history,
                customer.runs().stream().map(RunView::of).toList(),
                silences,
                customer.nextDue());
    }
}
