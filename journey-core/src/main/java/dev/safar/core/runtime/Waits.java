package dev.safar.core.runtime;

import dev.safar.core.model.Awaited;
import dev.safar.core.model.Journey;
import dev.safar.core.model.Step;
import dev.safar.core.model.Workspace;

/** Lets runs go on that wait for what has just happened, or for an answer that has just come. */
final class Waits {

    private final Workspace workspace;
    private final Outbox outbox;

    Waits(Workspace workspace, Outbox outbox) {
        this.workspace = workspace;
        this.outbox = outbox;
    }

    /** One event ends at most one wait of a run, though the next may be for the same event. */
    void apply(Event event, Deliberation deliberation) {
        for (Run run : deliberation.customer().runs()) {
            if (run.live()) {
                workspace
                        .journey(run.journey())
                        .ifPresentOrElse(
                                journey -> apply(event, journey, run, deliberation), () -> giveUp(run, deliberation));
            }
        }
    }

    private void apply(Event event, Journey journey, Run run, Deliberation deliberation) {
        int index = journey.indexOf(run.step());
        if (index < 0) {
            return;
        }
        Step step = journey.steps().get(index);
        Walk.Pace pace = new Walk.Pace(deliberation.now(), event.time(), deliberation.ticked());
        if (step instanceof Step.WaitFor wait && ends(wait, event, journey, run, deliberation)) {
            new Walk(outbox, deliberation, journey, run, pace).onAwaited(wait);
        } else if (step instanceof Step.Call call && answers(event, call, run)) {
            new Walk(outbox, deliberation, journey, run, pace).onAnswer(call, event.fields());
        }
    }

    private static boolean answers(Event event, Step.Call call, Run run) {
        Object asked = event.fields().get(ReceiptEvents.MESSAGE_ID);
        return event.name().equals(CallAnswers.EVENT)
                && Ids.call(run.id(), call.id()).value().equals(asked);
    }

    private static boolean ends(Step.WaitFor wait, Event event, Journey journey, Run run, Deliberation deliberation) {
        return Walk.hasHappened(wait.awaited(), run)
                || wait.awaited().stream()
                        .anyMatch(awaited ->
                                awaited instanceof Awaited.OfEvent of && isThat(of, event, journey, run, deliberation));
    }

    private static boolean isThat(
            Awaited.OfEvent awaited, Event event, Journey journey, Run run, Deliberation deliberation) {
        return awaited.event().equals(event.name())
                && !event.historical()
                && Stops.sinceStart(journey, run).test(event.time())
                && awaited.where()
                        .map(where -> where.holds(deliberation.momentOf(run)))
                        .orElse(true);
    }

    /** Nothing will ever tell this run to go on: no time, and no journey that knows what it waits for. */
    private static void giveUp(Run run, Deliberation deliberation) {
        if (run.due().isEmpty()) {
            deliberation.emit(Timers.unknownVersion(run, deliberation));
        }
    }
}
