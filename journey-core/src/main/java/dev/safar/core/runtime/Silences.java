package dev.safar.core.runtime;

import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Notices when something has not happened for long enough. Each silence begins its journey at most once. */
final class Silences {

    private final Starts starts;
    private final Map<JourneyId, Starter<Start.Inactive>> silences = new LinkedHashMap<>();

    Silences(Workspace workspace, Starts starts) {
        this.starts = starts;
        Starter.of(workspace.journeys(), Start.Inactive.class)
                .forEach(silence -> silences.put(silence.journey().ref().id(), silence));
    }

    /** When the silence that the customer is in now will have lasted long enough. */
    private static Optional<Instant> due(Start.Inactive start, Deliberation deliberation) {
        Customer customer = deliberation.customer();
        Optional<Instant> since =
                Optional.ofNullable(customer.history().get(start.event())).map(EventHistory::last);
        if (since.isEmpty() && start.sinceFirstSeen()) {
            since = Optional.of(customer.firstSeen().orElse(deliberation.now()));
        }
        return since.map(last -> Instants.after(last, start.length()));
    }

    /** Brings the customer in line with the journeys there are. What is long over begins nothing. */
    void arrange(Deliberation deliberation) {
        deliberation.customer().silences().keySet().stream()
                .filter(known -> !silences.containsKey(known))
                .sorted(Comparator.comparing(JourneyId::value))
                .forEach(gone -> deliberation.emit(new CustomerDecision.SilenceEnded(gone, deliberation.now())));
        silences.forEach((id, silence) -> move(id, due(silence.start(), deliberation), deliberation));
    }

    /** A new silence begins with the event. If it is long over, as after an import, it begins nothing. */
    void apply(Event event, Deliberation deliberation) {
        silences.forEach((id, silence) -> {
            if (silence.start().event().equals(event.name())) {
                move(id, due(silence.start(), deliberation), deliberation);
            }
        });
    }

    private static void move(JourneyId id, Optional<Instant> due, Deliberation deliberation) {
        Optional<Instant> known =
                Optional.ofNullable(deliberation.customer().silences().get(id));
        if (due.equals(known)) {
            return; // also where it is over and has not been noticed yet: time ends it, nothing else
        }
        if (due.filter(deliberation.now()::isBefore).isPresent()) {
            deliberation.emit(new CustomerDecision.SilenceArmed(id, due.get(), deliberation.now()));
        } else if (known.isPresent()) {
            deliberation.emit(new CustomerDecision.SilenceEnded(id, deliberation.now()));
        }
    }

    /** The silence is over, unless its journey has changed in the meantime and says otherwise. */
    void end(JourneyId id, Instant known, Deliberation deliberation) {
        Starter<Start.Inactive> silence = silences.get(id);
        Optional<Instant> due = silence == null ? Optional.empty() : due(silence.start(), deliberation);
        if (due.filter(later -> later.isAfter(deliberation.now())).isPresent()) {
            deliberation.emit(new CustomerDecision.SilenceArmed(id, due.get(), deliberation.now()));
            return;
        }
        deliberation.emit(new CustomerDecision.SilenceEnded(id, deliberation.now()));
        if (due.isPresent()) {
            var origin = Beginning.Origin.ofSilence(known, deliberation.now());
            starts.begin(silence.journey(), Ids.Cause.due("silence", known), origin, deliberation);
        }
    }
}
