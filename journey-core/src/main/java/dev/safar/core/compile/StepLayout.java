package dev.safar.core.compile;

import dev.safar.core.definition.WrittenDuration;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Awaited;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Condition;
import dev.safar.core.model.Handling;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays nested steps out flat: each step, then its {@code then}, then its {@code else}, then what follows. */
final class StepLayout {

    private final JourneyDraft draft;
    private final List<Step> program = new ArrayList<>();

    private StepLayout(JourneyDraft draft) {
        this.draft = draft;
    }

    static List<Step> of(JourneyDraft draft) {
        StepLayout layout = new StepLayout(draft);
        List<WrittenStep> steps = draft.written().steps();
        layout.lay(steps, size(steps));
        return layout.program;
    }

    /** @param exit where the last of these steps goes on */
    private void lay(List<WrittenStep> steps, int exit) {
        for (int i = 0; i < steps.size(); i++) {
            WrittenStep step = steps.get(i);
            boolean last = i == steps.size() - 1;
            int next = last ? exit : program.size() + size(step);
            program.add(step.accept(new Compiler(program.size(), next)));
            lay(step.inside().then(), next);
            lay(step.inside().otherwise(), next);
        }
    }

    private static int size(List<WrittenStep> steps) {
        return steps.stream().mapToInt(StepLayout::size).sum();
    }

    private static int size(WrittenStep step) {
        return 1 + size(step.inside().then()) + size(step.inside().otherwise());
    }

    /** Compiles one step that stands at an index and goes on at another. */
    private final class Compiler implements WrittenStep.Visitor<Step> {

        private final int at;
        private final int next;

        Compiler(int at, int next) {
            this.at = at;
            this.next = next;
        }

        @Override
        public Step visit(WrittenStep.Wait wait) {
            return new Step.Wait(id(wait), wait.length().length(), next);
        }

        @Override
        public Step visit(WrittenStep.WaitUntil wait) {
            return new Step.WaitUntil(
                    id(wait), new Until.SinceStart(wait.sinceStart().length()), next);
        }

        @Override
        public Step visit(WrittenStep.WaitForEvent wait) {
            Optional<Condition> where = wait.event().where().map(draft.expressions()::condition);
            return waitFor(wait, new Awaited.OfEvent(wait.event().on().text(), where), wait.timeout());
        }

        @Override
        public Step visit(WrittenStep.WaitForOpened wait) {
            return waitFor(
                    wait,
                    new Awaited.OfMessage(new StepId(wait.message().text()), Awaited.Fate.OPENED),
                    wait.timeout());
        }

        private Step waitFor(WrittenStep step, Awaited awaited, Optional<WrittenDuration> timeout) {
            return new Step.WaitFor(id(step), List.of(awaited), length(timeout), then(step), otherwise(step));
        }

        @Override
        public Step visit(WrittenStep.If branch) {
            Condition condition = draft.expressions().condition(branch.condition());
            return new Step.Branch(id(branch), condition, then(branch), otherwise(branch));
        }

        @Override
        public Step visit(WrittenStep.Offer offer) {
            return new Step.Offer(
                    id(offer),
                    offer.offer().text(),
                    offer.percent(),
                    offer.validFor().length(),
                    next);
        }

        @Override
        public Step visit(WrittenStep.Send send) {
            List<Channel> channels = send.channels().stream()
                    .map(YamlNode.Scalar::text)
                    .map(name -> Channel.ofWireName(name).orElseThrow())
                    .toList();
            TemplateId template = new TemplateId(send.template().text());
            return new Step.Send(
                    id(send), channels, template, length(send.notLaterThan()), Map.of(), Handling.USUAL, next);
        }

        @Override
        public Step visit(WrittenStep.Stop stop) {
            return new Step.Stop(id(stop), stop.reason().text());
        }

        private StepId id(WrittenStep step) {
            return draft.ids().of(step);
        }

        private int then(WrittenStep step) {
            return step.inside().then().isEmpty() ? next : at + 1;
        }

        private int otherwise(WrittenStep step) {
            return step.inside().otherwise().isEmpty()
                    ? next
                    : at + 1 + size(step.inside().then());
        }

        private static Optional<Duration> length(Optional<WrittenDuration> written) {
            return written.map(WrittenDuration::length);
        }
    }
}
