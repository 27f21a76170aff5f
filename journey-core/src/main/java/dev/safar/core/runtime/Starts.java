package dev.safar.core.runtime;

import dev.safar.core.model.Goal;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.KeyExpression;
import dev.safar.core.model.RunId;
import dev.safar.core.model.Start;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Begins runs, or says why what could have begun one did not. */
final class Starts {

    /** How many runs of one customer may be under way at a time. */
    static final int LIVE_LIMIT = 64;

    static final String ALREADY_RUNNING = "already-running";
    static final String TOO_MANY_RUNS = "too-many-runs";
    private static final String NO_KEY = "no-key";
    private static final String STOPPED_BEFORE_START = "stopped-before-start";

    private final Outbox outbox;
    private final Stops stops;
    private final Admissions admissions;
    private final List<Starter<Start.OnEvent>> onEvent;
    private final List<Starter<Start.Called>> called;

    Starts(Workspace workspace, Outbox outbox, Stops stops) {
        this.outbox = outbox;
        this.stops = stops;
        this.admissions = new Admissions(workspace);
        this.onEvent = Starter.of(workspace.journeys(), Start.OnEvent.class);
        this.called = Starter.of(workspace.journeys(), Start.Called.class);
    }

    /** Begins every journey that starts with this event, or is called by it. */
    void apply(Event event, Deliberation deliberation) {
        Moment moment = deliberation.momentOf(event.fields(), Map.of());
        for (Starter<Start.OnEvent> starter : onEvent) {
            Start.OnEvent start = starter.start();
            if (start.event().equals(event.name())
                    && start.where().map(where -> where.holds(moment)).orElse(true)) {
                begin(event, starter.journey(), new Terms(start.key(), start.again()), deliberation);
            }
        }
        if (event.name().equals(Event.JOURNEY_CALLED)) {
            callees(event.fields().get("journey"))
                    .forEach(callee -> begin(event, callee.journey(), Terms.of(callee.start()), deliberation));
        }
    }

    private Stream<Starter<Start.Called>> callees(Object name) {
        return called.stream().filter(callee -> id(callee.journey()).value().equals(name));
    }

    /** How runs of one journey are told apart, and what a further start of one does. */
    private record Terms(Optional<KeyExpression> key, Start.Again again) {

        static Terms of(Start.Called start) {
            return new Terms(start.key(), start.again());
        }
    }

    private void begin(Event event, Journey journey, Terms terms, Deliberation deliberation) {
        Optional<String> key = keyOf(terms.key(), event.fields(), deliberation);
        if (key.isEmpty()) {
            refuse(journey, "", NO_KEY, deliberation);
            return;
        }
        RunId id = Ids.runStartedBy(deliberation.customer().id(), id(journey), key.get(), event.messageId());
        begin(
                new Beginning(id, journey, key.get(), terms.again(), Beginning.Origin.of(event, deliberation)),
                deliberation);
    }

    private static Optional<String> keyOf(
            Optional<KeyExpression> expression, Map<String, Object> fields, Deliberation deliberation) {
        Moment moment = deliberation.momentOf(fields, Map.of());
        return expression.isEmpty() ? Optional.of("") : expression.get().key(moment);
    }

    /** Begins the journey that a step has called by its name; the caller's key goes before the journey's own. */
    void called(Consequence.Calling calling, Deliberation deliberation) {
        callees(calling.journey().value()).forEach(callee -> {
            Optional<String> key = calling.key().isEmpty()
                    ? keyOf(callee.start().key(), calling.start(), deliberation)
                    : Optional.of(calling.key());
            key.ifPresentOrElse(
                    known -> begin(called(calling, callee, known, deliberation), deliberation),
                    () -> refuse(callee.journey(), "", NO_KEY, deliberation));
        });
    }

    private static Beginning called(
            Consequence.Calling calling, Starter<Start.Called> starter, String key, Deliberation deliberation) {
        Instant now = deliberation.now();
        Ids.Cause cause = new Ids.Cause("call", calling.cause());
        RunId id = Ids.run(deliberation.customer().id(), id(starter.journey()), key, cause);
        Walk.Pace pace = new Walk.Pace(now, now, deliberation.ticked());
        var origin = new Beginning.Origin(now, now, calling.start(), false, pace);
        return new Beginning(id, starter.journey(), key, starter.start().again(), origin);
    }

    /** Begins a journey that has no key. */
    void begin(Journey journey, Ids.Cause cause, Beginning.Origin origin, Deliberation deliberation) {
        RunId id = Ids.run(deliberation.customer().id(), id(journey), "", cause);
        begin(new Beginning(id, journey, "", Start.Again.IGNORE, origin), deliberation);
    }

    private void begin(Beginning begin, Deliberation deliberation) {
        Map<String, Object> start = begin.start();
        List<Run> running = running(begin, deliberation);
        Optional<String> obstacle = admissions
                .refusal(begin, deliberation)
                .or(() -> stopped(begin, start, deliberation))
                .or(() -> crowding(begin, running, deliberation));
        if (obstacle.isPresent()) {
            refuse(begin.journey(), begin.key(), obstacle.get(), deliberation);
            return;
        }
        if (begin.restarts()) {
            running.forEach(run -> deliberation.abandon(run, Run.RESTARTED));
        }
        enter(begin, start, deliberation);
    }

    private Optional<String> stopped(Beginning begin, Map<String, Object> start, Deliberation deliberation) {
        Instant startedAt = begin.origin().startedAt();
        Map<String, Object> run = Run.variables(begin.key(), startedAt, start);
        return stops.seenAfter(startedAt, begin.journey(), run, deliberation).map(event -> STOPPED_BEFORE_START);
    }

    /** A restart takes a place that is there already; it is no run more and no visit too soon. */
    private static Optional<String> crowding(Beginning begin, List<Run> running, Deliberation deliberation) {
        boolean blocked =
                switch (begin.again()) {
                    case IGNORE -> !running.isEmpty();
                    case RESTART ->
                        running.stream()
                                .anyMatch(run -> begin.origin().startedAt().isBefore(run.startedAt()));
                    case PARALLEL -> false;
                };
        if (blocked || deliberation.run(begin.run()).isPresent()) {
            return Optional.of(ALREADY_RUNNING);
        }
        if (begin.restarts() && !running.isEmpty()) {
            return Optional.empty();
        }
        if (Admissions.cooling(begin, deliberation)) {
            return Optional.of(Admissions.COOLDOWN);
        }
        return tooMany(deliberation) ? Optional.of(TOO_MANY_RUNS) : Optional.empty();
    }

    private static List<Run> running(Beginning begin, Deliberation deliberation) {
        List<Run> running = new ArrayList<>();
        for (Run run : deliberation.customer().runs()) {
            if (run.live()
                    && run.journey().id().equals(id(begin.journey()))
                    && run.key().equals(begin.key())) {
                running.add(run);
            }
        }
        return running;
    }

    private static boolean tooMany(Deliberation deliberation) {
        int live = 0;
        for (Run run : deliberation.customer().runs()) {
            live += run.live() ? 1 : 0;
        }
        return live >= LIVE_LIMIT;
    }

    private void enter(Beginning begin, Map<String, Object> start, Deliberation deliberation) {
        Journey journey = begin.journey();
        Instant startedAt = begin.origin().startedAt();
        StepId first = journey.steps().isEmpty()
                ? new StepId("end")
                : journey.steps().get(0).id();
        deliberation.emit(new RunDecision.Entered(
                begin.run(),
                journey.ref(),
                begin.key(),
                startedAt,
                start,
                first,
                journey.goal().map(Goal::within).map(within -> Instants.after(startedAt, within)),
                Admissions.cooldownUntil(begin, deliberation.now()),
                deliberation.now()));
        Run run = deliberation.run(begin.run()).orElseThrow();
        new Walk(outbox, deliberation, journey, run, begin.origin().pace()).from(0);
    }

    private static void refuse(Journey journey, String key, String reason, Deliberation deliberation) {
        deliberation.emit(new RunDecision.NotEntered(journey.ref(), key, reason, deliberation.now()));
    }

    private static JourneyId id(Journey journey) {
        return journey.ref().id();
    }
}
