package dev.safar.core.runtime;

import dev.safar.core.model.Condition;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Start;
import dev.safar.core.model.StopRule;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Ends runs at the moment of the event that stops them, and remembers for runs that come later. */
final class Stops {

    private final Workspace workspace;

    Stops(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Stops what the event stops, wherever it waits; what has finished still takes back what it has in the outbox. */
    void apply(Event event, Deliberation deliberation) {
        for (Run run : deliberation.customer().runs()) {
            Optional<Journey> journey = workspace.journey(run.journey());
            if (journey.isPresent() && stops(event, journey.get(), run, deliberation)) {
                String reason = Run.STOPPED + event.name();
                if (run.live()) {
                    deliberation.abandon(run, reason);
                } else {
                    deliberation.retract(run, reason);
                }
            }
        }
    }

    private static boolean stops(Event event, Journey journey, Run run, Deliberation deliberation) {
        for (StopRule rule : journey.stops()) {
            if (rule.event().equals(event.name())
                    && sinceStart(journey, run).test(event.time())
                    && holds(rule.where(), deliberation.momentOf(run))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Which times belong to a run's life. One that a silence began lives since that silence began: an event that was
     * delayed on its way shows that there was no silence.
     */
    static Predicate<Instant> sinceStart(Journey journey, Run run) {
        return journey.start().accept(new Start.Visitor<>() {
            @Override
            public Predicate<Instant> visit(Start.OnEvent start) {
                return time -> !time.isBefore(run.startedAt());
            }

            @Override
            public Predicate<Instant> visit(Start.Inactive start) {
                Instant silentSince = Instants.before(run.startedAt(), start.length());
                return time -> time.isAfter(silentSince);
            }

            @Override
            public Predicate<Instant> visit(Start.SegmentChange start) {
                return time -> !time.isBefore(run.startedAt());
            }

            @Override
            public Predicate<Instant> visit(Start.AtDate start) {
                return time -> !time.isBefore(run.startedAt());
            }

            @Override
            public Predicate<Instant> visit(Start.Schedule start) {
                return time -> !time.isBefore(run.startedAt());
            }

            @Override
            public Predicate<Instant> visit(Start.Called start) {
                return time -> !time.isBefore(run.startedAt());
            }
        });
    }

    /** The event already seen that stops a run of this journey, though the run was not there to be stopped. */
    Optional<String> seenSince(Journey journey, Run run, Deliberation deliberation) {
        return seen(journey, run.variables(), sinceStart(journey, run), deliberation);
    }

    /** Alike for a run that is about to begin: only events newer than its start count. */
    Optional<String> seenAfter(Instant start, Journey journey, Map<String, Object> run, Deliberation deliberation) {
        return seen(journey, run, time -> time.isAfter(start), deliberation);
    }

    private static Optional<String> seen(
            Journey journey, Map<String, Object> run, Predicate<Instant> when, Deliberation deliberation) {
        for (StopRule rule : journey.stops()) {
            EventHistory history = deliberation.customer().history().get(rule.event());
            if (history != null
                    && occurrences(rule, history).stream()
                            .anyMatch(occurrence -> when.test(occurrence.time())
                                    && holds(rule.where(), deliberation.momentOf(occurrence.fields(), run)))) {
                return Optional.of(rule.event());
            }
        }
        return Optional.empty();
    }

    /** Without a condition, or without fields to judge it by, the time of the last occurrence is all that counts. */
    private static List<EventHistory.Occurrence> occurrences(StopRule rule, EventHistory history) {
        return rule.where().isEmpty() || history.recent().isEmpty()
                ? List.of(new EventHistory.Occurrence(history.last(), Map.of()))
                : history.recent();
    }

    private static boolean holds(Optional<Condition> where, Moment moment) {
        return where.isEmpty() || where.get().holds(moment);
    }
}
