package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Does what has fallen due, the oldest first; of what fell due together, runs before silences. */
final class Timers {

    /** The same for every version, since outcomes are counted by their text; which it is, the run's journey says. */
    private static final String UNKNOWN_VERSION = "failed: unknown version";

    private final Workspace workspace;
    private final Outbox outbox;
    private final Silences silences;

    Timers(Workspace workspace, Outbox outbox, Silences silences) {
        this.workspace = workspace;
        this.outbox = outbox;
        this.silences = silences;
    }

    void fire(Deliberation deliberation) {
        for (Optional<Instant> due = due(deliberation); due.isPresent(); due = due(deliberation)) {
            Instant time = due.get();
            runDueAt(time, deliberation.customer())
                    .ifPresentOrElse(run -> fire(run, time, deliberation), () -> endSilence(time, deliberation));
        }
    }

    /** Whatever fires is due later than now afterwards, or never again: so this comes to an end. */
    private static Optional<Instant> due(Deliberation deliberation) {
        return deliberation.customer().nextDue().filter(due -> !due.isAfter(deliberation.now()));
    }

    private static Optional<Run> runDueAt(Instant due, Customer customer) {
        return customer.runs().stream()
                .filter(run -> run.live() && run.due().filter(due::equals).isPresent())
                .findFirst();
    }

    private void fire(Run run, Instant due, Deliberation deliberation) {
        Optional<Journey> journey = workspace.journey(run.journey());
        if (journey.isEmpty()) {
            deliberation.emit(unknownVersion(run, deliberation));
            return;
        }
        Walk.Pace pace = new Walk.Pace(deliberation.now(), due, true);
        new Walk(outbox, deliberation, journey.get(), run, pace).onTimeUp();
    }

    private void endSilence(Instant due, Deliberation deliberation) {
        deliberation.customer().silences().entrySet().stream()
                .filter(silence -> silence.getValue().equals(due))
                .min(Map.Entry.comparingByKey(Comparator.comparing(JourneyId::value)))
                .ifPresent(silence -> silences.end(silence.getKey(), due, deliberation));
    }

    static Decision unknownVersion(Run run, Deliberation deliberation) {
        return new Decision.Finished(run.id(), run.journey(), run.step(), UNKNOWN_VERSION, deliberation.now());
    }
}
