package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the engine holds of one customer: small, immutable, rebuilt by applying decisions in order.
 *
 * @param offset the last applied position in the customer's partition; -1 before the first
 * @param attributes what identify calls said, such as {@code email} and {@code first_name}
 * @param consents an explicit yes or no per channel
 * @param history per observed event name
 * @param runs live ones, and finished ones with a message outstanding
 * @param silences per journey that starts after a silence: when that silence will have lasted long enough
 * @param recentMessageIds hashes of the last messages ids seen, latest last
 */
public record Customer(
        String id,
        long offset,
        Map<String, Object> attributes,
        Map<Channel, Boolean> consents,
        Map<String, EventHistory> history,
        List<Run> runs,
        Map<JourneyId, Instant> silences,
        List<Long> recentMessageIds) {

    /** How many message ids are remembered per customer to recognise a repeated event. */
    public static final int MESSAGE_ID_LIMIT = 32;

    public Customer {
        attributes = Map.copyOf(attributes);
        consents = Map.copyOf(consents);
        history = Map.copyOf(history);
        runs = List.copyOf(runs);
        silences = Map.copyOf(silences);
        recentMessageIds = List.copyOf(recentMessageIds);
    }

    /** A customer of whom nothing is known. */
    public static Customer unknown(String id) {
        return new Customer(id, -1, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of());
    }

    /** The earliest moment at which time alone changes something; empty if never. */
    public Optional<Instant> nextDue() {
        Instant earliest = null;
        for (Run run : runs) {
            if (run.live() && run.due().isPresent()) {
                earliest = earlier(earliest, run.due().get());
            }
        }
        for (Instant due : silences.values()) {
            earliest = earlier(earliest, due);
        }
        return Optional.ofNullable(earliest);
    }

    private static Instant earlier(Instant known, Instant other) {
        return known == null || other.isBefore(known) ? other : known;
    }

    /** The run with that id, live or not. */
    Optional<Run> run(RunId id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    Customer withRuns(List<Run> changed) {
        return new Customer(id, offset, attributes, consents, history, changed, silences, recentMessageIds);
    }

    Customer withAttributes(Map<String, Object> changed) {
        return new Customer(id, offset, changed, consents, history, runs, silences, recentMessageIds);
    }

    Customer withConsents(Map<Channel, Boolean> changed) {
        return new Customer(id, offset, attributes, changed, history, runs, silences, recentMessageIds);
    }

    Customer withHistory(Map<String, EventHistory> changed) {
        return new Customer(id, offset, attributes, consents, changed, runs, silences, recentMessageIds);
    }

    Customer withSilences(Map<JourneyId, Instant> changed) {
        return new Customer(id, offset, attributes, consents, history, runs, changed, recentMessageIds);
    }

    Customer at(long position, List<Long> messageIds) {
        return new Customer(id, position, attributes, consents, history, runs, silences, messageIds);
    }
}
