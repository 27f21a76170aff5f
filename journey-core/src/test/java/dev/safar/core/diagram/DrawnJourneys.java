package dev.safar.core.diagram;

import dev.safar.core.model.Admission;
import dev.safar.core.model.Awaited;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Condition;
import dev.safar.core.model.Goal;
import dev.safar.core.model.Handling;
import dev.safar.core.model.Journey;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.JourneyRef;
import dev.safar.core.model.Scope;
import dev.safar.core.model.Start;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.StopRule;
import dev.safar.core.model.TemplateId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Journeys of any shape that an author could write, made from a number. */
final class DrawnJourneys {

    private static final List<String> TEXTS = List.of(
            "hello",
            "یادآوری سبد خرید",
            "a <long> \"text\" & more; with #marks and `ticks` that takes several lines in any box of a usual width",
            "averyveryverylongwordwithoutanyspacesthatdoesnotfitintoaboxofthatwidthatall",
            "");

    private final Random random;
    private final List<Step> steps = new ArrayList<>();

    private DrawnJourneys(Random random) {
        this.random = random;
    }

    static Journey of(long seed) {
        DrawnJourneys made = new DrawnJourneys(new Random(seed));
        made.block(0, 3);
        return journey(made.text(), made.steps);
    }

    static Journey journey(String title, List<Step> steps) {
        return new Journey(
                new JourneyRef(new JourneyId("hello"), "1"),
                "",
                title,
                new Start.OnEvent("Product Added", Optional.empty(), Optional.empty(), Start.Again.IGNORE),
                Admission.OPEN,
                List.of(new StopRule("Order Completed", Optional.of(condition("event.total > 1")))),
                Optional.of(new Goal("Order Completed", Optional.empty(), Duration.ofDays(7), Optional.empty())),
                steps,
                Optional.empty(),
                Set.of());
    }

    static Condition condition(String text) {
        return new Condition() {
            @Override
            public boolean holds(Scope scope) {
                return true;
            }

            @Override
            public String text() {
                return text;
            }
        };
    }

    static Step send(int index, String template, int next) {
        return new Step.Send(
                id(index),
                List.of(Channel.EMAIL),
                new TemplateId(template),
                Optional.empty(),
                Map.of(),
                Handling.USUAL,
                next);
    }

    private static StepId id(int index) {
        return new StepId("step-" + index);
    }

    /** Adds steps from an index on; what comes after them is not known before, so they are made backwards. */
    private int block(int at, int depth) {
        int size = random.nextInt(4);
        int next = at;
        for (int i = 0; i < size; i++) {
            next = step(next, depth);
        }
        return next;
    }

    private int step(int at, int depth) {
        steps.add(null);
        int kind = random.nextInt(depth == 0 ? 3 : 6);
        if (kind < 2) {
            steps.set(at, kind == 0 ? send(at, text(), at + 1) : new Step.Wait(id(at), Duration.ofHours(1), at + 1));
            return at + 1;
        }
        if (kind == 2) {
            steps.set(at, new Step.Stop(id(at), text()));
            return at + 1;
        }
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int ways = kind == 5 ? 1 + random.nextInt(4) : 2;
        int next = at + 1;
        for (int i = 0; i < ways; i++) {
            begins.add(next);
            next = block(next, depth - 1);
            ends.add(next);
        }
        join(begins, ends, next);
        steps.set(at, fork(at, kind, begins));
        return next;
    }

    /** What falls out of a way's end goes on behind all of them, and a way without steps begins there. */
    private void join(List<Integer> begins, List<Integer> ends, int behind) {
        for (int way = 0; way < begins.size(); way++) {
            int begin = begins.get(way);
            int end = ends.get(way);
            for (int i = begin; i < end; i++) {
                steps.set(i, Redirected.of(steps.get(i), end, behind));
            }
            begins.set(way, begin == end ? behind : begin);
        }
    }

    private Step fork(int at, int kind, List<Integer> begins) {
        if (kind == 3) {
            return new Step.Branch(id(at), condition(text()), begins.get(0), begins.get(1));
        }
        if (kind == 4) {
            return new Step.WaitFor(
                    id(at),
                    List.of(new Awaited.OfEvent("Survey Answered", Optional.empty())),
                    Optional.of(Duration.ofDays(3)),
                    begins.get(0),
                    begins.get(1));
        }
        List<Step.Arm> arms = new ArrayList<>();
        begins.forEach(begin -> arms.add(new Step.Arm("way " + begin, 1 + random.nextInt(9), begin)));
        return new Step.Split(id(at), arms);
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A step that goes somewhere else instead of to one place. */
    private static final class Redirected {

        private Redirected() {}

        static Step of(Step step, int from, int to) {
            if (step instanceof Step.Send send) {
                return new Step.Send(
                        send.id(),
                        send.channels(),
                        send.template(),
                        send.notLaterThan(),
                        send.with(),
                        send.handling(),
                        moved(send.next(), from, to));
            }
            if (step instanceof Step.Wait wait) {
                return new Step.Wait(wait.id(), wait.length(), moved(wait.next(), from, to));
            }
            if (step instanceof Step.Branch branch) {
                return new Step.Branch(
                        branch.id(),
                        branch.condition(),
                        moved(branch.then(), from, to),
                        moved(branch.otherwise(), from, to));
            }
            if (step instanceof Step.WaitFor wait) {
                return new Step.WaitFor(
                        wait.id(),
                        wait.awaited(),
                        wait.timeout(),
                        moved(wait.then(), from, to),
                        moved(wait.otherwise(), from, to));
            }
            if (step instanceof Step.Split split) {
                return new Step.Split(
                        split.id(),
                        split.arms().stream()
                                .map(arm -> new Step.Arm(arm.name(), arm.weight(), moved(arm.next(), from, to)))
                                .toList());
            }
            return step;
        }

        private static int moved(int target, int from, int to) {
            return target == from ? to : target;
        }
    }
}
