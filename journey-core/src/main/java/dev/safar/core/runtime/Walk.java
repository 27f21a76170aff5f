package dev.safar.core.runtime;

import dev.safar.core.model.Assignment;
import dev.safar.core.model.Awaited;
import dev.safar.core.model.Journey;
import dev.safar.core.model.MessageId;
import dev.safar.core.model.RunId;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes one run through its journey until it waits or ends. Each visit answers with the index of the next step. */
final class Walk implements Step.Visitor<Integer> {

    private static final int PARKED = -1;

    /** A journey can't run in circles as the language stands; this holds if it ever can. */
    private static final int STEP_LIMIT = 1000;

    private static final String COMPLETED = "completed";
    private static final String THEN = "then";
    private static final String ELSE = "else";

    private final Outbox outbox;
    private final Deliberation deliberation;
    private final Journey journey;
    private final RunId runId;
    private final Pace pace;
    private Instant dueAt;
    private StepId last;
    private int steps;

    Walk(Outbox outbox, Deliberation deliberation, Journey journey, Run run, Pace pace) {
        this.outbox = outbox;
        this.deliberation = deliberation;
        this.journey = journey;
        this.runId = run.id();
        this.pace = pace;
        this.dueAt = pace.dueAt();
        this.last = run.step();
    }

    /**
     * When a walk takes place.
     *
     * @param base the moment from which a wait counts
     * @param dueAt when the run should have got here
     * @param ticked whether a tick drives it. Only then may it pass a time that has gone by: after an event, whatever was
     *     appended behind it in the log must be seen first
     */
    record Pace(Instant base, Instant dueAt, boolean ticked) {}

    /** From a step on. */
    void from(int index) {
        int at = index;
        while (at != PARKED) {
            if (at < 0 || at >= journey.steps().size()) {
                at = finish(last, COMPLETED);
            } else if (steps++ == STEP_LIMIT) {
                at = finish(last, "failed: too many steps at once");
            } else {
                Step step = journey.steps().get(at);
                last = step.id();
                at = step.accept(this);
            }
        }
    }

    /** The time of the step that the run waits at is up. */
    void onTimeUp() {
        int at = journey.indexOf(last);
        if (at < 0) {
            finish(last, "failed: unknown step " + last);
        } else {
            from(journey.steps().get(at).accept(new TimeUp(at)));
        }
    }

    /** What the run waits for has happened. */
    void onAwaited(Step.WaitFor step) {
        from(branch(step.id(), THEN, step.then()));
    }

    @Override
    public Integer visit(Step.Wait wait) {
        return waitUntil(Instants.after(pace.base(), wait.length()), wait.id(), wait.next());
    }

    @Override
    public Integer visit(Step.WaitUntil wait) {
        return Moments.end(wait.until(), run(), deliberation, outbox.settings())
                .map(due -> waitUntil(due, wait.id(), wait.next()))
                .orElse(wait.next());
    }

    private int waitUntil(Instant due, StepId step, int next) {
        if (passes(due)) {
            return next;
        }
        return park(step, Optional.of(due));
    }

    @Override
    public Integer visit(Step.WaitFor wait) {
        if (hasHappened(wait.awaited(), run())) {
            return branch(wait.id(), THEN, wait.then());
        }
        Optional<Instant> due = wait.timeout().map(this::afterBase);
        if (due.isPresent() && passes(due.get())) {
            return branch(wait.id(), ELSE, wait.otherwise());
        }
        return park(wait.id(), due);
    }

    private Instant afterBase(Duration length) {
        return Instants.after(pace.base(), length);
    }

    /** An event counts from when the run waits for it; what became of a message stays. */
    static boolean hasHappened(List<Awaited> awaited, Run run) {
        return awaited.stream().anyMatch(one -> one instanceof Awaited.OfMessage message && run.met(message));
    }

    @Override
    public Integer visit(Step.Branch branch) {
        boolean holds = branch.condition().holds(deliberation.momentOf(run()));
        return holds ? branch(branch.id(), THEN, branch.then()) : branch(branch.id(), ELSE, branch.otherwise());
    }

    @Override
    public Integer visit(Step.Offer step) {
        outbox.offers().make(run(), step, deliberation);
        return step.next();
    }

    @Override
    public Integer visit(Step.Send send) {
        boolean held = outbox.send(run(), send, dueAt, deliberation);
        return held ? PARKED : send.next();
    }

    @Override
    public Integer visit(Step.Split split) {
        Step.Arm arm =
                Shares.arm(split, deliberation.customer().id(), journey.ref().id());
        return branch(split.id(), arm.name(), arm.next());
    }

    @Override
    public Integer visit(Step.Set set) {
        Run run = run();
        Moment moment = deliberation.momentOf(run);
        Map<String, Object> attributes = deliberation.customer().attributes();
        setValues(
                set.id(),
                Values.assigned(set.assignments(), Assignment.Target.CUSTOMER, attributes, moment),
                Values.assigned(set.assignments(), Assignment.Target.RUN, run.values(), moment));
        return set.next();
    }

    private void setValues(StepId step, Map<String, Object> customer, Map<String, Object> values) {
        if (!customer.isEmpty() || !values.isEmpty()) {
            Instant now = deliberation.now();
            deliberation.emit(new RunDecision.ValuesSet(runId, journey.ref(), step, customer, values, now));
        }
    }

    @Override
    public Integer visit(Step.Call call) {
        Instant now = deliberation.now();
        Instant due = Instants.after(now, call.timeout());
        Map<String, Object> body = Values.of(call.with(), deliberation.momentOf(run()));
        MessageId id = Ids.call(runId, call.id());
        deliberation.emit(
                new MessageDecision.CallRequested(runId, journey.ref(), call.id(), id, call.url(), body, due, now));
        return park(call.id(), Optional.of(due));
    }

    /** The other system has answered what the run waits for. */
    void onAnswer(Step.Call call, Map<String, Object> answer) {
        int status = CallAnswers.status(answer);
        MessageId id = Ids.call(runId, call.id());
        deliberation.emit(
                new MessageDecision.CallAnswered(runId, journey.ref(), call.id(), id, status, deliberation.now()));
        if (call.as().isPresent()) {
            CallAnswers.body(answer)
                    .ifPresent(body ->
                            setValues(call.id(), Map.of(), Map.of(call.as().get(), body)));
        }
        boolean good = CallAnswers.isGood(status);
        from(branch(call.id(), good ? THEN : ELSE, good ? call.then() : call.otherwise()));
    }

    @Override
    public Integer visit(Step.Emit emit) {
        Instant now = deliberation.now();
        Optional<String> exhaustion = deliberation.exhaustion();
        if (exhaustion.isPresent()) {
            refuse(emit.id(), emit.event(), exhaustion.get());
        } else {
            Map<String, Object> fields = Values.of(emit.with(), deliberation.momentOf(run()));
            String id = Ids.setOff(runId, emit.id());
            deliberation.emit(new RunDecision.EventEmitted(runId, journey.ref(), emit.id(), emit.event(), id, now));
            deliberation.later(new Consequence.Emission(new Event(emit.event(), id, now, fields, Map.of(), false)));
        }
        return emit.next();
    }

    @Override
    public Integer visit(Step.Begin begin) {
        Moment moment = deliberation.momentOf(run());
        Optional<String> key = begin.key().isEmpty()
                ? Optional.of("")
                : begin.key().get().value(moment).flatMap(Values::key);
        Optional<String> obstacle = key.isEmpty() ? Optional.of("no-key") : deliberation.exhaustion();
        if (obstacle.isPresent()) {
            refuse(begin.id(), begin.journey().value(), obstacle.get());
        } else {
            String cause = Ids.setOff(runId, begin.id());
            deliberation.emit(new RunDecision.Begun(
                    runId, journey.ref(), begin.id(), begin.journey(), key.get(), deliberation.now()));
            deliberation.later(
                    new Consequence.Calling(begin.journey(), key.get(), Values.of(begin.with(), moment), cause));
        }
        return begin.next();
    }

    private void refuse(StepId step, String what, String reason) {
        deliberation.emit(
                new RunDecision.EmissionRefused(runId, journey.ref(), step, what, reason, deliberation.now()));
    }

    @Override
    public Integer visit(Step.Stop stop) {
        return finish(stop.id(), stop.reason());
    }

    private boolean passes(Instant due) {
        if (!pace.ticked() || due.isAfter(deliberation.now())) {
            return false;
        }
        dueAt = Instants.later(dueAt, due);
        return true;
    }

    private int park(StepId step, Optional<Instant> due) {
        deliberation.emit(new RunDecision.Waiting(runId, journey.ref(), step, due, deliberation.now()));
        return PARKED;
    }

    private int branch(StepId step, String name, int next) {
        deliberation.emit(new RunDecision.Branched(runId, journey.ref(), step, name, deliberation.now()));
        return next;
    }

    private int finish(StepId step, String reason) {
        deliberation.emit(new RunDecision.Finished(runId, journey.ref(), step, reason, deliberation.now()));
        return PARKED;
    }

    private Run run() {
        return deliberation.run(runId).orElseThrow();
    }

    /** Where time alone leads from a step. One that does not wait is done now: the run should not have stopped there. */
    private final class TimeUp implements Step.Visitor<Integer> {

        private final int here;

        TimeUp(int here) {
            this.here = here;
        }

        @Override
        public Integer visit(Step.Wait wait) {
            return wait.next();
        }

        @Override
        public Integer visit(Step.WaitUntil wait) {
            return wait.next();
        }

        @Override
        public Integer visit(Step.WaitFor wait) {
            // a run that came over from another version may wait for what has happened before
            return hasHappened(wait.awaited(), run())
                    ? branch(wait.id(), THEN, wait.then())
                    : branch(wait.id(), ELSE, wait.otherwise());
        }

        @Override
        public Integer visit(Step.Branch branch) {
            return here;
        }

        @Override
        public Integer visit(Step.Offer offer) {
            return here;
        }

        @Override
        public Integer visit(Step.Send send) {
            return here;
        }

        @Override
        public Integer visit(Step.Split split) {
            return here;
        }

        @Override
        public Integer visit(Step.Set set) {
            return here;
        }

        @Override
        public Integer visit(Step.Call call) {
            return branch(call.id(), ELSE, call.otherwise());
        }

        @Override
        public Integer visit(Step.Emit emit) {
            return here;
        }

        @Override
        public Integer visit(Step.Begin begin) {
            return here;
        }

        @Override
        public Integer visit(Step.Stop stop) {
            return here;
        }
    }
}
