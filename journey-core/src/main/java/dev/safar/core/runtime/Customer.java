package dev.safar.core.runtime;

import dev.safar.core.model.Channel;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.SegmentId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the engine holds of one customer: small, immutable, rebuilt by applying decisions in order.
 *
 * @param offset the last applied position in the customer's partition; -1 before the first
 * @param attributes what identify calls said and journeys set, such as {@code email} and {@code points}
 * @param consents an explicit yes or no per channel
 * @param topics an explicit yes or no per topic
 * @param history per observed event name
 * @param runs live ones, and finished ones with a message outstanding or a goal still open
 * @param segments those the customer is in, of the ones that some journey starts from
 * @param recentMessageIds hashes of the last messages ids seen, latest last
 * @param arranged the version of the workspace that the customer was last brought in line with; empty text for none
 * @param firstSeen when the engine first heard of the customer
 */
public record Customer(
        String id,
        long offset,
        Map<String, Object> attributes,
        Map<Channel, Boolean> consents,
        Map<String, Boolean> topics,
        Map<String, EventHistory> history,
        Browsing browsing,
        List<Run> runs,
        Agenda agenda,
        Set<SegmentId> segments,
        Pressure pressure,
        List<Long> recentMessageIds,
        String arranged,
        Optional<Instant> firstSeen) {

    /** How many message ids are remembered per customer to recognise a repeated event. */
    public static final int MESSAGE_ID_LIMIT = 32;

    public Customer {
        attributes = Map.copyOf(attributes);
        consents = Map.copyOf(consents);
        topics = Map.copyOf(topics);
        history = Map.copyOf(history);
        runs = List.copyOf(runs);
        segments = Set.copyOf(segments);
        recentMessageIds = List.copyOf(recentMessageIds);
    }

    /** A customer of whom nothing is known. */
    public static Customer unknown(String id) {
        return new CustomerBuilder(id).build();
    }

    /** The earliest moment at which time alone changes something; empty if never. */
    public Optional<Instant> nextDue() {
        Instant earliest = agenda.segmentCheck().orElse(null);
        for (Run run : runs) {
            if (run.live() && run.due().isPresent()) {
                earliest = earlier(earliest, run.due().get());
            }
        }
        for (Instant due : agenda.silences().values()) {
            earliest = earlier(earliest, due);
        }
        for (Instant due : agenda.dates().values()) {
            earliest = earlier(earliest, due);
        }
        return Optional.ofNullable(earliest);
    }

    private static Instant earlier(Instant known, Instant other) {
        return known == null || other.isBefore(known) ? other : known;
    }

    /** Per journey that starts after a silence: when that silence will have lasted long enough. */
    public Map<JourneyId, Instant> silences() {
        return agenda.silences();
    }

    /** The run with that id, live or not. */
    Optional<Run> run(RunId id) {
        for (Run run : runs) {
            if (run.id().equals(id)) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    /** A customer like this one, to be changed. */
    CustomerBuilder but() {
        return new CustomerBuilder(this);
    }
}
