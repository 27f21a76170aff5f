package dev.safar.engine.plan;

import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Migration;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.Workspace;
import dev.safar.engine.plan.Plan.Fate;
import dev.safar.engine.plan.Plan.JourneyChange;
import dev.safar.engine.plan.Plan.Kind;
import dev.safar.engine.plan.Plan.StepChange;
import dev.safar.engine.query.JourneyView;
import dev.safar.engine.query.JourneyView.StepView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of the runs of one journey. */
final class JourneyPlanner {

    private final Optional<Workspace> now;
    private final Workspace wanted;
    private final Set<String> changedTemplates;

    JourneyPlanner(Optional<Workspace> now, Workspace wanted, Set<String> changedTemplates) {
        this.now = now;
        this.wanted = wanted;
        this.changedTemplates = changedTemplates;
    }

    JourneyChange plan(JourneyView view) {
        Optional<Journey> before = Planner.journey(now, view.journey());
        Optional<Journey> after = Planner.journey(Optional.of(wanted), view.journey());
        Kind kind = kind(before, after);
        List<StepChange> steps =
                view.steps().stream().map(step -> step(step, kind, after)).toList();
        long counted = view.steps().stream().mapToLong(StepView::waiting).sum();
        return new JourneyChange(
                view.journey(),
                kind,
                version(before),
                version(after),
                steps,
                view.waiting() - counted,
                kind == Kind.CHANGED ? problems(view, after.orElseThrow(), view.waiting() - counted) : List.of());
    }

    private static Kind kind(Optional<Journey> before, Optional<Journey> after) {
        if (after.isEmpty()) {
            return Kind.REMOVED;
        }
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        return before.get().ref().equals(after.get().ref()) ? Kind.UNCHANGED : Kind.CHANGED;
    }

    private static String version(Optional<Journey> journey) {
        return journey.map(of -> of.ref().version()).orElse("");
    }

    private StepChange step(StepView step, Kind kind, Optional<Journey> after) {
        boolean current = step.version().equals(version(after));
        if (kind == Kind.UNCHANGED && current && sendsChangedTemplate(after.orElseThrow())) {
            return change(step, Fate.REWORDED, Optional.empty());
        }
        Optional<Migration> migration = after.flatMap(Journey::migration);
        if (current || kind == Kind.UNCHANGED || migration.isEmpty()) {
            return change(step, Fate.STAYS, Optional.empty());
        }
        return after.orElseThrow()
                .target(version(after.get(), step.version()), new StepId(step.step()))
                .map(target -> change(step, Fate.MOVES, Optional.of(target.value())))
                .orElseGet(() -> change(step, Fate.LOST, Optional.empty()));
    }

    private Optional<Journey> version(Journey journey, String version) {
        JourneyRef ref = new JourneyRef(journey.ref().id(), version);
        return now.flatMap(workspace -> workspace.journey(ref));
    }

    private static StepChange change(StepView step, Fate fate, Optional<String> target) {
        return new StepChange(step.version(), step.step(), step.waiting(), fate, target);
    }

    private boolean sendsChangedTemplate(Journey journey) {
        return journey.steps().stream()
                .anyMatch(step -> step instanceof Step.Send send
                        && changedTemplates.contains(send.template().value()));
    }

    private List<String> problems(JourneyView view, Journey after, long uncounted) {
        List<String> problems = new ArrayList<>();
        if (after.migration().isEmpty()) {
            return problems;
        }
        if (uncounted > 0) {
            problems.add(view.journey() + ": of " + uncounted
                    + " runs it is not known yet where they wait; plan again when the sweep is over");
        }
        Set<String> known = knownSteps(view);
        new TreeSet<>(after.migration().get().steps().keySet().stream()
                        .map(StepId::value)
                        .toList())
                .stream()
                        .filter(step -> !known.contains(step))
                        .map(step -> view.journey() + ": 'migrate' leads away from step '" + step
                                + "', which no version has; take it out")
                        .forEach(problems::add);
        return problems;
    }

    /** Steps of versions that are known, or at which somebody waits. */
    private Set<String> knownSteps(JourneyView view) {
        Set<String> known = new TreeSet<>();
        view.steps().forEach(step -> known.add(step.step()));
        now.ifPresent(
                workspace -> workspace.versionsOf(new JourneyId(view.journey())).forEach(journey -> journey.steps()
                        .forEach(step -> known.add(step.id().value()))));
        return known;
    }
}
