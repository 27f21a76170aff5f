package dev.safar.core.runtime;

import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One customer's place in one journey.
 *
 * @param key what tells this run from others of the same journey and customer; empty text where the journey has no key
 * @param start the kept fields of the starting event
 * @param step the step it is at
 * @param due when that step's time is up; empty while it waits for an event alone, or is finished
 * @param offer the last offer made
 * @param messages what it has sent, oldest first
 * @param outcome why it finished; a finished run is kept only while a message of it is outstanding
 */
public record Run(
        RunId id,
        JourneyRef journey,
        String key,
        Instant startedAt,
        Map<String, Object> start,
        StepId step,
        Optional<Instant> due,
        Optional<Offer> offer,
        List<SentMessage> messages,
        Optional<String> outcome) {

    public Run {
        start = Map.copyOf(start);
        messages = List.copyOf(messages);
    }

    /** Waiting somewhere, as opposed to finished with a message still on its way. */
    public boolean live() {
        return outcome.isEmpty();
    }
}
