package dev.safar.core.runtime;

import dev.safar.core.model.Goal;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Workspace;
import java.util.Optional;

/** Notices when a run has done what its journey is for, once a run, also when it has long ended. */
final class Goals {

    private final Workspace workspace;

    Goals(Workspace workspace) {
        this.workspace = workspace;
    }

    void apply(Event event, Deliberation deliberation) {
        for (Run run : deliberation.customer().runs()) {
            if (run.goalUntil().isEmpty()) {
                continue;
            }
            Optional<Goal> goal = workspace.journey(run.journey()).flatMap(Journey::goal);
            if (goal.isPresent() && reaches(event, goal.get(), run, deliberation)) {
                deliberation.emit(new RunDecision.GoalReached(
                        run.id(),
                        run.journey(),
                        run.step(),
                        event.name(),
                        value(goal.get(), run, deliberation),
                        deliberation.now()));
            }
        }
    }

    /** What counts is when the event happened, however late it becomes known. */
    private static boolean reaches(Event event, Goal goal, Run run, Deliberation deliberation) {
        return goal.event().equals(event.name())
                && !event.time().isBefore(run.startedAt())
                && run.goalUntil().filter(until -> !event.time().isAfter(until)).isPresent()
                && goal.where()
                        .map(where -> where.holds(deliberation.momentOf(run)))
                        .orElse(true);
    }

    private static Optional<Double> value(Goal goal, Run run, Deliberation deliberation) {
        return goal.value()
                .flatMap(expression -> expression.value(deliberation.momentOf(run)))
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).doubleValue())
                .filter(Double::isFinite);
    }
}
