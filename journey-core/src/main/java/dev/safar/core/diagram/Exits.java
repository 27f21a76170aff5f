package dev.safar.core.diagram;

import dev.safar.core.model.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where steps lead, in the order in which their author wrote it. */
final class Exits implements Step.Visitor<List<Exit>> {

    private static final Exits INSTANCE = new Exits();

    private Exits() {}

    /** One without a label where all ways are the same; none of a step that ends the run. */
    static List<Exit> of(Step step) {
        List<Exit> exits = step.accept(INSTANCE);
        Set<Integer> targets = new LinkedHashSet<>();
        exits.forEach(exit -> targets.add(exit.target()));
        return targets.size() == 1 ? List.of(new Exit("", targets.iterator().next())) : exits;
    }

    private static List<Exit> on(int next) {
        return List.of(new Exit("", next));
    }

    @Override
    public List<Exit> visit(Step.Wait wait) {
        return on(wait.next());
    }

    @Override
    public List<Exit> visit(Step.WaitUntil wait) {
        return on(wait.next());
    }

    @Override
    public List<Exit> visit(Step.WaitFor wait) {
        return wait.timeout()
                .map(timeout -> List.of(
                        new Exit("it happens", wait.then()),
                        new Exit(Words.length(timeout) + " pass", wait.otherwise())))
                .orElseGet(() -> on(wait.then()));
    }

    @Override
    public List<Exit> visit(Step.Branch branch) {
        return List.of(new Exit("yes", branch.then()), new Exit("no", branch.otherwise()));
    }

    @Override
    public List<Exit> visit(Step.Split split) {
        long all = split.arms().stream().mapToLong(Step.Arm::weight).sum();
        return split.arms().stream()
                .map(arm -> new Exit(arm.name() + " · " + Words.share(arm.weight(), all), arm.next()))
                .toList();
    }

    @Override
    public List<Exit> visit(Step.Offer offer) {
        return on(offer.next());
    }

    @Override
    public List<Exit> visit(Step.Send send) {
        return on(send.next());
    }

    @Override
    public List<Exit> visit(Step.Set set) {
        return on(set.next());
    }

    @Override
    public List<Exit> visit(Step.Call call) {
        return List.of(new Exit("a good answer", call.then()), new Exit("none, or a bad one", call.otherwise()));
    }

    @Override
    public List<Exit> visit(Step.Emit emit) {
        return on(emit.next());
    }

    @Override
    public List<Exit> visit(Step.Begin begin) {
        return on(begin.next());
    }

    @Override
    public List<Exit> visit(Step.Stop stop) {
        return List.of();
    }
}
