package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Start;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Notices when something has not happened for long enough. Each silence begins its journey at most once. */
final class Silences {

    private final Starts starts;
    private final Map<JourneyId, Silence> silences = new LinkedHashMap<>();

    Silences(Workspace workspace, Starts starts) {
        this.starts = starts;
        for (Journey journey : workspace.journeys()) {
            of(journey).ifPresent(start -> silences.put(journey.ref().id(), new Silence(journey, start)));
        }
    }

    private record Silence(Journey journey, Start.Inactive start) {

        /** When the silence that the customer is in now will have lasted long enough. */
        Optional<Instant> due(Customer customer) {
            return Optional.ofNullable(customer.history().get(start.event()))
                    .map(history -> Instants.after(history.last(), start.length()));
        }
    }

    private static Optional<Start.Inactive> of(Journey journey) {
        return journey.start().accept(new Start.Visitor<>() {
            @Override
            public Optional<Start.Inactive> visit(Start.OnEvent start) {
                return Optional.empty();
            }

            @Override
            public Optional<Start.Inactive> visit(Start.Inactive start) {
                return Optional.of(start);
            }

            @Override
            public Optional<Start.Inactive> visit(Start.SegmentChange start) {
                return Optional.empty();
            }

            @Override
            public Optional<Start.Inactive> visit(Start.AtDate start) {
                return Optional.empty();
            }

            @Override
            public Optional<Start.Inactive> visit(Start.Schedule start) {
                return Optional.empty();
            }

            @Override
            public Optional<Start.Inactive> visit(Start.Called start) {
                return Optional.empty();
            }
        });
    }

    /** A new silence begins with the event. If it is long over, as after an import, it begins nothing. */
    void apply(Event event, Deliberation deliberation) {
        silences.forEach((id, silence) -> {
            if (silence.start().event().equals(event.name())) {
                silence.due(deliberation.customer()).ifPresent(due -> move(id, due, deliberation));
            }
        });
    }

    private static void move(JourneyId id, Instant due, Deliberation deliberation) {
        Instant known = deliberation.customer().silences().get(id);
        boolean over = !due.isAfter(deliberation.now());
        if (known != null && !due.isAfter(known)) {
            return; // the event is older than the one known
        }
        if (!over) {
            deliberation.emit(new Decision.SilenceArmed(id, due, deliberation.now()));
        } else if (known != null) {
            deliberation.emit(new Decision.SilenceEnded(id, deliberation.now()));
        }
    }

    /** The silence is over, unless its journey has changed in the meantime and says otherwise. */
    void end(JourneyId id, Instant known, Deliberation deliberation) {
        Silence silence = silences.get(id);
        Optional<Instant> due = silence == null ? Optional.empty() : silence.due(deliberation.customer());
        if (due.filter(later -> later.isAfter(deliberation.now())).isPresent()) {
            deliberation.emit(new Decision.SilenceArmed(id, due.get(), deliberation.now()));
            return;
        }
        deliberation.emit(new Decision.SilenceEnded(id, deliberation.now()));
        if (due.isPresent()) {
            starts.afterSilence(silence.journey(), known, deliberation);
        }
    }
}
