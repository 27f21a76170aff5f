package dev.safar.core.compile;

import dev.safar.core.definition.WrittenAssignment;
import dev.safar.core.definition.WrittenAwaited;
import dev.safar.core.definition.WrittenDate;
import dev.safar.core.definition.WrittenDuration;
import dev.safar.core.definition.WrittenEvent;
import dev.safar.core.definition.WrittenStep;
import dev.safar.core.definition.WrittenUntil;
import dev.safar.core.definition.YamlNode;
import dev.safar.core.model.Assignment;
import dev.safar.core.model.Awaited;
import dev.safar.core.model.Channel;
import dev.safar.core.model.Condition;
import dev.safar.core.model.DateReference;
import dev.safar.core.model.JourneyId;
import dev.safar.core.model.Scope;
import dev.safar.core.model.Step;
import dev.safar.core.model.StepId;
import dev.safar.core.model.TemplateId;
import dev.safar.core.model.Until;
import dev.safar.core.model.ValueExpression;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lays nested steps out flat: each step, then its {@code then}, then its {@code else}, then what follows. */
final class StepLayout {

    /** How long a call waits for its answer that does not say. */
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

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
            step.inside().forEach(inner -> lay(inner, next));
        }
    }

    private static int size(List<WrittenStep> steps) {
        return steps.stream().mapToInt(StepLayout::size).sum();
    }

    private static int size(WrittenStep step) {
        return 1 + step.inside().stream().mapToInt(StepLayout::size).sum();
    }

    /** A value that is what it is. */
    private record Constant(Object constant) implements ValueExpression {

        @Override
        public Optional<Object> value(Scope scope) {
            return Optional.of(constant);
        }

        @Override
        public String text() {
            return constant.toString();
        }
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
            return new Step.WaitUntil(id(wait), until(wait.until()), next);
        }

        private static Until until(WrittenUntil written) {
            if (written instanceof WrittenUntil.SinceStart anchor) {
                return new Until.SinceStart(anchor.length().length());
            }
            if (written instanceof WrittenUntil.Local local) {
                Set<DayOfWeek> days = local.day().map(Set::of).orElse(Set.of());
                return new Until.Local(days, local.weekday(), local.time());
            }
            WrittenDate date = ((WrittenUntil.Dated) written).date();
            return new Until.Dated(new DateReference(date.path(), date.offset()));
        }

        @Override
        public Step visit(WrittenStep.WaitFor wait) {
            List<Awaited> awaited = wait.awaited().stream().map(this::awaited).toList();
            return new Step.WaitFor(id(wait), awaited, length(wait.timeout()), way(wait, 0), way(wait, 1));
        }

        private Awaited awaited(WrittenAwaited written) {
            if (written instanceof WrittenAwaited.OfMessage of) {
                Awaited.Fate fate = Awaited.Fate.valueOf(of.fate().toUpperCase(Locale.ROOT));
                return new Awaited.OfMessage(new StepId(of.step().text()), fate);
            }
            WrittenEvent event = ((WrittenAwaited.OfEvent) written).event();
            return new Awaited.OfEvent(event.on().text(), event.where().map(draft.expressions()::condition));
        }

        @Override
        public Step visit(WrittenStep.If branch) {
            Condition condition = draft.expressions().condition(branch.condition());
            return new Step.Branch(id(branch), condition, way(branch, 0), way(branch, 1));
        }

        @Override
        public Step visit(WrittenStep.Split split) {
            List<Step.Arm> arms = new ArrayList<>();
            for (WrittenStep.Arm arm : split.arms()) {
                arms.add(new Step.Arm(arm.name(), arm.weight(), way(split, arms.size())));
            }
            return new Step.Split(id(split), arms);
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
                    id(send),
                    channels,
                    template,
                    length(send.notLaterThan()),
                    draft.expressions().values(send.with()),
                    HandlingRule.of(send.handling()),
                    next);
        }

        @Override
        public Step visit(WrittenStep.Set set) {
            return new Step.Set(
                    id(set), set.assignments().stream().map(this::assignment).toList(), next);
        }

        private Assignment assignment(WrittenAssignment written) {
            Assignment.Target target =
                    written.owner().equals("run") ? Assignment.Target.RUN : Assignment.Target.CUSTOMER;
            Assignment.Operation operation =
                    Assignment.Operation.valueOf(written.operation().name());
            return new Assignment(target, written.name(), operation, operand(written.operand()));
        }

        private ValueExpression operand(WrittenAssignment.Operand written) {
            if (written instanceof WrittenAssignment.Literal literal) {
                return new Constant(literal.value());
            }
            return draft.expressions().value(((WrittenAssignment.Computed) written).expression());
        }

        @Override
        public Step visit(WrittenStep.Call call) {
            WrittenStep.Question question = call.question();
            return new Step.Call(
                    id(call),
                    question.url().text(),
                    draft.expressions().values(question.with()),
                    length(question.timeout()).orElse(USUAL_PATIENCE),
                    question.as().map(YamlNode.Scalar::text),
                    way(call, 0),
                    way(call, 1));
        }

        @Override
        public Step visit(WrittenStep.Emit emit) {
            return new Step.Emit(
                    id(emit), emit.event().text(), draft.expressions().values(emit.with()), next);
        }

        @Override
        public Step visit(WrittenStep.Begin begin) {
            return new Step.Begin(
                    id(begin),
                    new JourneyId(begin.journey().text()),
                    begin.key().map(draft.expressions()::value),
                    draft.expressions().values(begin.with()),
                    next);
        }

        @Override
        public Step visit(WrittenStep.Stop stop) {
            return new Step.Stop(id(stop), stop.reason().text());
        }

        private StepId id(WrittenStep step) {
            return draft.ids().of(step);
        }

        /** Where one of a step's ways begins: with its own first step, or, having none, with what follows. */
        private int way(WrittenStep step, int index) {
            List<List<WrittenStep>> ways = step.inside();
            int before =
                    ways.subList(0, index).stream().mapToInt(StepLayout::size).sum();
            return ways.get(index).isEmpty() ? next : at + 1 + before;
        }

        private static Optional<Duration> length(Optional<WrittenDuration> written) {
            return written.map(WrittenDuration::length);
        }
    }
}
