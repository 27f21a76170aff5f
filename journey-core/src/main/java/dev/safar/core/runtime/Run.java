package dev.safar.core.runtime;

import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
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

    /** How the outcome of a run begins that a stop event ended. */
    static final String STOPPED = "stopped: ";

    /** The outcome of a run in whose place a new one began. */
    static final String RESTARTED = "restarted";

    public Run {
        start = Map.copyOf(start);
        messages = List.copyOf(messages);
    }

    /** Waiting somewhere, as opposed to finished with a message still on its way. */
    public boolean live() {
        return outcome.isEmpty();
    }

    /** Ended from outside: nothing more may come of it, not even another channel for a message that failed. */
    boolean abandoned() {
        return outcome.filter(reason -> reason.startsWith(STOPPED) || reason.equals(RESTARTED))
                .isPresent();
    }

    /** Whether the customer must still carry this run: it waits, or may yet have to retract or repeat a message. */
    boolean needed() {
        return live() || messages.stream().anyMatch(this::stillMatters);
    }

    private boolean stillMatters(SentMessage message) {
        return abandoned() ? message.status() == SentMessage.Status.REQUESTED : message.outstanding();
    }

    /** The message of this run with that id. */
    Optional<SentMessage> message(MessageId message) {
        return messages.stream().filter(sent -> sent.id().equals(message)).findFirst();
    }

    /** What conditions and templates see under {@code run}. */
    Map<String, Object> variables() {
        return Map.of("key", key, "started_at", startedAt, "start", start);
    }

    Run waitingAt(StepId next, Optional<Instant> until) {
        return new Run(id, journey, key, startedAt, start, next, until, offer, messages, outcome);
    }

    Run offering(Offer made) {
        return new Run(id, journey, key, startedAt, start, step, due, Optional.of(made), messages, outcome);
    }

    Run sending(List<SentMessage> sent) {
        return new Run(id, journey, key, startedAt, start, step, due, offer, sent, outcome);
    }

    Run finished(StepId last, String reason) {
        return new Run(
                id, journey, key, startedAt, start, last, Optional.empty(), offer, messages, Optional.of(reason));
    }
}
