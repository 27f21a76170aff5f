package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.Step;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings runs of earlier versions over to the current one, where that one says how. Nothing is done on the way: a run waits before
 * and after.
 */
final class Migrations {

    private final Workspace workspace;

    Migrations(Workspace workspace) {
        this.workspace = workspace;
    }

    void apply(Deliberation deliberation) {
        for (Run run : deliberation.customer().runs()) {
            if (run.live()) {
                workspace
                        .current(run.journey().id())
                        .filter(journey -> !journey.ref().equals(run.journey()))
                        .ifPresent(journey -> bringOver(run, journey, deliberation));
            }
        }
    }

    /** A run at a step that is gone without a word stays on its version. */
    private void bringOver(Run run, Journey journey, Deliberation deliberation) {
        journey.target(workspace.journey(run.journey()), run.step()).ifPresent(target -> {
            Step step = journey.steps().get(journey.indexOf(target));
            Optional<Instant> due = due(run, step, deliberation);
            deliberation.emit(
                    new RunDecision.Migrated(run.id(), run.journey(), journey.ref(), target, due, deliberation.now()));
        });
    }

    /** What was being waited for at a step of the same name goes on; else the wait begins now, or counts from its anchor. */
    private Optional<Instant> due(Run run, Step step, Deliberation deliberation) {
        if (step.id().equals(run.step()) && run.due().isPresent()) {
            return run.due();
        }
        Instant now = deliberation.now();
        if (step instanceof Step.Wait wait) {
            return Optional.of(Instants.after(now, wait.length()));
        }
        if (step instanceof Step.WaitUntil wait) {
            return Moments.end(wait.until(), run, deliberation, workspace.settings())
                    .or(() -> Optional.of(now));
        }
        if (step instanceof Step.WaitFor wait && Walk.hasHappened(wait.awaited(), run)) {
            return Optional.of(now);
        }
        if (step instanceof Step.WaitFor wait) {
            return wait.timeout().map(length -> Instants.after(now, length));
        }
        return Optional.of(now);
    }
}
