package dev.safar.core.runtime;

import dev.safar.core.model.Journey;
import dev.safar.core.model.RunId;
import dev.safar.core.model.Start;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins runs, or says why an event that could have begun one did not. */
final class Starts {

    /** How many runs of one customer may be under way at a time. */
    static final int LIVE_LIMIT = 64;

    static final String ALREADY_RUNNING = "already-running";
    static final String TOO_MANY_RUNS = "too-many-runs";

    private final Workspace workspace;
    private final Outbox outbox;
    private final Stops stops;
    private final Map<String, List<Starter>> byEvent;

    Starts(Workspace workspace, Outbox outbox, Stops stops) {
        this.workspace = workspace;
        this.outbox = outbox;
        this.stops = stops;
        this.byEvent = Starter.byEvent(workspace.journeys());
    }

    /** Begins every journey that starts with this event. */
    void apply(Event event, Deliberation deliberation) {
        for (Starter starter : byEvent.getOrDefault(event.name(), List.of())) {
            Moment moment = deliberation.moment();
            if (starter.start().where().map(where -> where.holds(moment)).orElse(true)) {
                new Attempt(event, starter, deliberation).make(moment);
            }
        }
    }

    /** Begins a journey after a silence that was over at {@code due}. */
    void afterSilence(Journey journey, Instant due, Deliberation deliberation) {
        RunId id =
                Ids.runAfterSilence(deliberation.customer().id(), journey.ref().id(), due);
        boolean running = deliberation.customer().runs().stream()
                .anyMatch(run -> run.id().equals(id) || (run.live() && isOf(run, journey, "")));
        if (running || tooMany(deliberation)) {
            refuse(journey, "", running ? ALREADY_RUNNING : TOO_MANY_RUNS, deliberation);
            return;
        }
        Instant now = deliberation.now();
        enter(new Beginning(id, journey, "", now, Map.of()), deliberation, new Walk.Pace(now, due, true));
    }

    private void enter(Beginning begin, Deliberation deliberation, Walk.Pace pace) {
        Journey journey = begin.journey();
        StepId first = journey.steps().isEmpty()
                ? new StepId("end")
                : journey.steps().get(0).id();
        deliberation.emit(new Decision.Entered(
                begin.run(),
                journey.ref(),
                begin.key(),
                begin.startedAt(),
                begin.start(),
                first,
                Optional.empty(),
                Optional.empty(),
                deliberation.now()));
        Run run = deliberation.run(begin.run()).orElseThrow();
        new Walk(outbox, deliberation, journey, run, pace).from(0);
    }

    private static void refuse(Journey journey, String key, String reason, Deliberation deliberation) {
        deliberation.emit(new Decision.NotEntered(journey.ref(), key, reason, deliberation.now()));
    }

    private static boolean tooMany(Deliberation deliberation) {
        return deliberation.customer().runs().stream().filter(Run::live).count() >= LIVE_LIMIT;
    }

    private static boolean isOf(Run run, Journey journey, String key) {
        return run.journey().id().equals(journey.ref().id()) && run.key().equals(key);
    }

    private record Beginning(RunId run, Journey journey, String key, Instant startedAt, Map<String, Object> start) {}

    /** One event trying to begin one journey. */
    private final class Attempt {

        private final Event event;
        private final Starter starter;
        private final Deliberation deliberation;
        private final Journey journey;

        Attempt(Event event, Starter starter, Deliberation deliberation) {
            this.event = event;
            this.starter = starter;
            this.deliberation = deliberation;
            this.journey = starter.journey();
        }

        void make(Moment moment) {
            Optional<String> key = starter.start().key().isEmpty()
                    ? Optional.of("")
                    : starter.start().key().get().key(moment);
            if (key.isEmpty()) {
                refuse(journey, "", "no-key", deliberation);
                return;
            }
            Beginning begin = beginning(key.get());
            Optional<String> obstacle = obstacle(begin);
            if (obstacle.isPresent()) {
                refuse(journey, key.get(), obstacle.get(), deliberation);
                return;
            }
            if (starter.start().again() == Start.Again.RESTART) {
                running(key.get()).forEach(run -> deliberation.abandon(run, Run.RESTARTED));
            }
            enter(begin, deliberation, new Walk.Pace(event.time(), event.time(), false));
        }

        private Beginning beginning(String key) {
            RunId id =
                    Ids.runStartedBy(deliberation.customer().id(), journey.ref().id(), key, event.messageId());
            Map<String, Object> start = new HashMap<>(event.fields());
            start.keySet().retainAll(journey.startFields());
            return new Beginning(id, journey, key, event.time(), start);
        }

        private Optional<String> obstacle(Beginning begin) {
            Instant oldest = Instants.after(
                    deliberation.now(), workspace.settings().maxEventAge().negated());
            if (event.historical()) {
                return Optional.of("historical");
            }
            if (event.time().isBefore(oldest)) {
                return Optional.of("too-old");
            }
            Map<String, Object> run = Run.variables(begin.key(), begin.startedAt(), begin.start());
            if (stops.seenAfter(event.time(), journey, run, deliberation).isPresent()) {
                return Optional.of("stopped-before-start");
            }
            return crowding(begin);
        }

        private Optional<String> crowding(Beginning begin) {
            List<Run> running = running(begin.key());
            boolean blocked =
                    switch (starter.start().again()) {
                        case IGNORE -> !running.isEmpty();
                        case RESTART ->
                            running.stream().anyMatch(run -> event.time().isBefore(run.startedAt()));
                        case PARALLEL -> false;
                    };
            if (blocked || deliberation.run(begin.run()).isPresent()) {
                return Optional.of(ALREADY_RUNNING);
            }
            boolean replaces = starter.start().again() == Start.Again.RESTART && !running.isEmpty();
            return !replaces && tooMany(deliberation) ? Optional.of(TOO_MANY_RUNS) : Optional.empty();
        }

        private List<Run> running(String key) {
            return deliberation.customer().runs().stream()
                    .filter(run -> run.live() && isOf(run, journey, key))
                    .toList();
        }
    }
}
