package dev.safar.core.runtime;

import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.RunId;
import dev.safar.core.model.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a {@link Run} part by part; what is not said is as of a run that has just begun. */
public final class RunBuilder {

    private final RunId id;
    private final String key;
    private final Instant startedAt;
    private final Map<String, Object> start;
    private JourneyRef journey;
    private StepId step;
    private Optional<Instant> due = Optional.empty();
    private Optional<Offer> offer = Optional.empty();
    private List<SentMessage> messages = List.of();
    private Map<String, Object> values = Map.of();
    private Optional<Instant> heldSince = Optional.empty();
    private Optional<Instant> goalUntil = Optional.empty();
    private Optional<String> outcome = Optional.empty();

    public RunBuilder(Origin origin, JourneyRef journey, StepId step) {
        this.id = origin.id();
        this.key = origin.key();
        this.startedAt = origin.startedAt();
        this.start = origin.start();
        this.journey = journey;
        this.step = step;
    }

    /** What never changes about a run. */
    public record Origin(RunId id, String key, Instant startedAt, Map<String, Object> start) {}

    RunBuilder(Run run) {
        this(new Origin(run.id(), run.key(), run.startedAt(), run.start()), run.journey(), run.step());
        this.due = run.due();
        this.offer = run.offer();
        this.messages = run.messages();
        this.values = run.values();
        this.heldSince = run.heldSince();
        this.goalUntil = run.goalUntil();
        this.outcome = run.outcome();
    }

    RunBuilder journey(JourneyRef changed) {
        this.journey = changed;
        return this;
    }

    RunBuilder step(StepId changed) {
        this.step = changed;
        return this;
    }

    public RunBuilder due(Optional<Instant> changed) {
        this.due = changed;
        return this;
    }

    public RunBuilder offer(Optional<Offer> changed) {
        this.offer = changed;
        return this;
    }

    public RunBuilder messages(List<SentMessage> changed) {
        this.messages = changed;
        return this;
    }

    public RunBuilder values(Map<String, Object> changed) {
        this.values = changed;
        return this;
    }

    public RunBuilder heldSince(Optional<Instant> changed) {
        this.heldSince = changed;
        return this;
    }

    public RunBuilder goalUntil(Optional<Instant> changed) {
        this.goalUntil = changed;
        return this;
    }

    public RunBuilder outcome(Optional<String> changed) {
        this.outcome = changed;
        return this;
    }

    public Run build() {
        return new Run(
                id, journey, key, startedAt, start, step, due, offer, messages, values, heldSince, goalUntil, outcome);
    }
}
