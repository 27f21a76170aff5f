package dev.safar.core.runtime;

import dev.safar.core.model.MessageId;
import dev.safar.core.model.Step;
import dev.safar.core.model.Workspace;
import java.util.Optional;

/** Follows what became of messages, and tries another channel for one that failed. */
final class Reports {

    private final Workspace workspace;
    private final Outbox outbox;
    private final Stops stops;

    Reports(Workspace workspace, Outbox outbox, Stops stops) {
        this.workspace = workspace;
        this.outbox = outbox;
        this.stops = stops;
    }

    /** Reports on messages of runs that are over, or of none, change nothing. */
    void apply(Event event, Deliberation deliberation) {
        Optional<SentMessage.Status> status = ReceiptEvents.statusOf(event.name());
        if (status.isPresent() && event.fields().get(ReceiptEvents.MESSAGE_ID) instanceof String id) {
            MessageId message = new MessageId(id);
            for (Run run : deliberation.customer().runs()) {
                run.message(message)
                        .filter(sent -> sent.progressesTo(status.get()))
                        .ifPresent(sent -> progress(run, sent, status.get(), deliberation));
            }
        }
    }

    private void progress(Run run, SentMessage message, SentMessage.Status status, Deliberation deliberation) {
        boolean fallsBack =
                status == SentMessage.Status.FAILED && !message.untried().isEmpty() && !run.abandoned();
        if (fallsBack) { // first, since a finished run is let go when its last message is settled
            sendStep(run, message).ifPresent(step -> fallBack(run, step, message, deliberation));
        }
        deliberation.emit(new MessageDecision.MessageProgressed(
                run.id(), run.journey(), message.step(), message.id(), status, deliberation.now()));
    }

    private Optional<Step.Send> sendStep(Run run, SentMessage message) {
        return workspace
                .journey(run.journey())
                .filter(journey -> journey.indexOf(message.step()) >= 0)
                .map(journey -> journey.steps().get(journey.indexOf(message.step())))
                .filter(Step.Send.class::isInstance)
                .map(Step.Send.class::cast);
    }

    private void fallBack(Run run, Step.Send step, SentMessage failed, Deliberation deliberation) {
        Optional<String> stop =
                workspace.journey(run.journey()).flatMap(journey -> stops.seenSince(journey, run, deliberation));
        if (stop.isPresent()) {
            outbox.skip(run, step, failed.untried(), Run.STOPPED + stop.get(), deliberation);
        } else {
            outbox.fallBack(run, step, failed, deliberation);
        }
    }
}
