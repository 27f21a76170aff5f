package dev.safar.core.runtime;

import dev.safar.core.model.Awaited;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import java.time.Instant;
import java.util.HashMap;
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
 * @param values what steps have set on the way
 * @param heldSince when the message it is held back with fell due
 * @param goalUntil until when its goal can still be reached; empty where there is none or it was reached
 * @param outcome why it finished; a finished run is kept only while a message of it is outstanding or its goal is open
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
        Map<String, Object> values,
        Optional<Instant> heldSince,
        Optional<Instant> goalUntil,
        Optional<String> outcome) {

    /** How the outcome of a run begins that a stop event ended. */
    static final String STOPPED = "stopped: ";

    /** The outcome of a run in whose place a new one began. */
    static final String RESTARTED = "restarted";

    public Run {
        start = Map.copyOf(start);
        messages = List.copyOf(messages);
        values = Map.copyOf(values);
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

    /** Whether the customer must still carry this run: it waits, or may yet do something with a message or its goal. */
    boolean needed() {
        return live() || goalUntil.isPresent() || messages.stream().anyMatch(this::stillMatters);
    }

    private boolean stillMatters(SentMessage message) {
        return abandoned() ? message.status() == SentMessage.Status.REQUESTED : message.outstanding();
    }

    /** When the message of a step fell due that the run is held back with; empty where it is at another step. */
    Optional<Instant> heldBackAt(StepId send) {
        return step.equals(send) ? heldSince : Optional.empty();
    }

    /** The message of this run with that id. */
    Optional<SentMessage> message(MessageId message) {
        return messages.stream().filter(sent -> sent.id().equals(message)).findFirst();
    }

    /** Whether this has become of the message of a step. It has failed only when no other channel is still being tried. */
    boolean met(Awaited.OfMessage awaited) {
        List<SentMessage> sent = messages.stream()
                .filter(message -> message.step().equals(awaited.message()))
                .toList();
        return awaited.fate() == Awaited.Fate.FAILED
                ? !sent.isEmpty() && sent.stream().allMatch(SentMessage::lost)
                : sent.stream().anyMatch(message -> message.met(awaited.fate()));
    }

    /** What conditions and templates see under {@code run}. */
    Map<String, Object> variables() {
        if (values.isEmpty()) {
            return variables(key, startedAt, start);
        }
        Map<String, Object> variables = new HashMap<>(values);
        variables.putAll(variables(key, startedAt, start));
        return variables;
    }

    /** What is known of a run before it has begun. */
    static Map<String, Object> variables(String key, Instant startedAt, Map<String, Object> start) {
        return Map.of("key", key, "started_at", startedAt, "start", start);
    }

    Run waitingAt(StepId next, Optional<Instant> until) {
        return but().step(next).due(until).heldSince(Optional.empty()).build();
    }

    Run heldAt(StepId here, Instant since, Instant until) {
        return but().step(here)
                .due(Optional.of(until))
                .heldSince(Optional.of(since))
                .build();
    }

    Run offering(Offer made) {
        return but().offer(Optional.of(made)).build();
    }

    /** An offer that was refused takes the place of the one before: what was promised in between does not hold. */
    Run offeringNothing() {
        return but().offer(Optional.empty()).build();
    }

    Run sending(List<SentMessage> sent) {
        return but().messages(sent).build();
    }

    Run knowing(Map<String, Object> set) {
        Map<String, Object> changed = new HashMap<>(values);
        changed.putAll(set);
        return but().values(changed).build();
    }

    Run withGoalReached() {
        return but().goalUntil(Optional.empty()).build();
    }

    Run migrated(JourneyRef to, StepId next, Optional<Instant> until) {
        return but().journey(to)
                .step(next)
                .due(until)
                .heldSince(next.equals(step) ? heldSince : Optional.empty())
                .build();
    }

    /** The goal of a run that begins anew is that of the new one. */
    Run finished(StepId last, String reason) {
        return but().step(last)
                .goalUntil(reason.equals(RESTARTED) ? Optional.empty() : goalUntil)
                .due(Optional.empty())
                .heldSince(Optional.empty())
                .outcome(Optional.of(reason))
                .build();
    }

    private RunBuilder but() {
        return new RunBuilder(this);
    }
}
