package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Does what has fallen due, the oldest first; of what fell due together, runs before silences before dates. */
final class Timers {

    /** The same for every version, since outcomes are counted by their text; which it is, the run's journey says. */
    private static final String UNKNOWN_VERSION = "failed: unknown version";

    private final Workspace workspace;
    private final Outbox outbox;
    private final Silences silences;
    private final Dates dates;
    private final Memberships memberships;
    private final Precedence precedence;

    Timers(Workspace workspace, Outbox outbox, Ahead ahead) {
        this.workspace = workspace;
        this.outbox = outbox;
        this.silences = ahead.silences();
        this.dates = ahead.dates();
        this.memberships = ahead.memberships();
        this.precedence = new Precedence(workspace);
    }

    /** What can lie ahead of a customer who is in no run. */
    record Ahead(Silences silences, Dates dates, Memberships memberships) {}

    void fire(Deliberation deliberation) {
        for (Optional<Instant> due = due(deliberation); due.isPresent(); due = due(deliberation)) {
            Instant time = due.get();
            precedence
                    .firstDueAt(time, deliberation.customer())
                    .ifPresentOrElse(run -> fire(run, time, deliberation), () -> arrive(time, deliberation));
        }
    }

    /** Whether anything is. */
    static boolean isDue(Deliberation deliberation) {
        return due(deliberation).isPresent();
    }

    /** Whatever fires is due later than now afterwards, or never again: so this comes to an end. */
    private static Optional<Instant> due(Deliberation deliberation) {
        return deliberation.customer().nextDue().filter(due -> !due.isAfter(deliberation.now()));
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

    private void arrive(Instant due, Deliberation deliberation) {
        Agenda agenda = deliberation.customer().agenda();
        Optional<JourneyId> silence = dueAt(due, agenda.silences());
        Optional<JourneyId> date = dueAt(due, agenda.dates());
        if (silence.isPresent()) {
            silences.end(silence.get(), due, deliberation);
        } else if (date.isPresent()) {
            dates.come(date.get(), due, deliberation);
        } else {
            memberships.check(deliberation);
        }
    }

    private static Optional<JourneyId> dueAt(Instant due, Map<JourneyId, Instant> agenda) {
        return agenda.entrySet().stream()
                .filter(entry -> entry.getValue().equals(due))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(JourneyId::value));
    }

    static Decision unknownVersion(Run run, Deliberation deliberation) {
        return new RunDecision.Finished(run.id(), run.journey(), run.step(), UNKNOWN_VERSION, deliberation.now());
    }
}
