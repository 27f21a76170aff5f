package dev.safar.core.diagram;

import dev.safar.core.model.Assignment;
import dev.safar.core.model.Awaited;
import dev.safar.core.model.Condition;
import dev.safar.core.model.Step;
import dev.safar.core.model.Until;
import dev.safar.core.model.ValueExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each kind of step says in its box. */
final class StepCaptions implements Step.Visitor<Caption> {

    private static final StepCaptions INSTANCE = new StepCaptions();

    private StepCaptions() {}

    static Caption of(Step step) {
        return step.accept(INSTANCE);
    }

    @Override
    public Caption visit(Step.Wait wait) {
        return new Caption(Caption.Kind.WAIT, "Wait " + Words.length(wait.length()));
    }

    @Override
    public Caption visit(Step.WaitUntil wait) {
        return new Caption(Caption.Kind.WAIT, "Wait until", moment(wait.until()));
    }

    private static String moment(Until until) {
        if (until instanceof Until.SinceStart since) {
            return Words.length(since.length()) + " after the start";
        }
        if (until instanceof Until.Local local) {
            String days = local.weekday() ? "a weekday" : Words.days(local.days());
            return days.isEmpty() ? local.time().toString() : days + ", " + local.time();
        }
        return Words.date(((Until.Dated) until).date());
    }

    @Override
    public Caption visit(Step.WaitFor wait) {
        List<String> details = new ArrayList<>();
        for (Awaited awaited : wait.awaited()) {
            if (!details.isEmpty()) {
                details.add("or");
            }
            if (awaited instanceof Awaited.OfEvent event) {
                details.add(event.event());
                details.add(event.where().map(Condition::text).orElse(""));
            } else if (awaited instanceof Awaited.OfMessage message) {
                details.add(message.message() + " " + Words.fate(message.fate()));
            }
        }
        return new Caption(Caption.Kind.WAIT, "Wait for", details);
    }

    @Override
    public Caption visit(Step.Branch branch) {
        return new Caption(
                Caption.Kind.CHOICE, "Does this hold?", branch.condition().text());
    }

    @Override
    public Caption visit(Step.Split split) {
        return new Caption(Caption.Kind.CHOICE, "Split", split.id().value());
    }

    @Override
    public Caption visit(Step.Offer offer) {
        return new Caption(
                Caption.Kind.ACTION,
                "Offer " + offer.percent() + " % off",
                offer.offer(),
                "good for " + Words.length(offer.validFor()));
    }

    @Override
    public Caption visit(Step.Send send) {
        List<String> details = new ArrayList<>();
        details.add(send.template().value());
        if (send.channels().size() > 1) {
            details.add("else "
                    + Words.channels(send.channels().subList(1, send.channels().size())));
        }
        send.notLaterThan().ifPresent(limit -> details.add("not later than " + Words.length(limit)));
        send.handling().topic().ifPresent(topic -> details.add("topic: " + topic));
        return new Caption(
                Caption.Kind.SEND, "Send " + Words.channel(send.channels().get(0)), details);
    }

    @Override
    public Caption visit(Step.Set set) {
        return new Caption(
                Caption.Kind.ACTION,
                "Set",
                set.assignments().stream().map(StepCaptions::assignment).toList());
    }

    private static String assignment(Assignment assignment) {
        String name = assignment.target() == Assignment.Target.CUSTOMER ? "customer." : "run.";
        String sign = assignment.operation() == Assignment.Operation.ADD ? " + " : " = ";
        return name + assignment.name() + sign + assignment.value().text();
    }

    @Override
    public Caption visit(Step.Call call) {
        return new Caption(Caption.Kind.ACTION, "Ask", call.url(), "at most " + Words.length(call.timeout()));
    }

    @Override
    public Caption visit(Step.Emit emit) {
        return new Caption(Caption.Kind.ACTION, "Let happen", emit.event());
    }

    @Override
    public Caption visit(Step.Begin begin) {
        Optional<String> key = begin.key().map(ValueExpression::text);
        return new Caption(
                Caption.Kind.ACTION,
                "Begin the journey",
                begin.journey().value(),
                key.map(text -> "for " + text).orElse(""));
    }

    @Override
    public Caption visit(Step.Stop stop) {
        return new Caption(Caption.Kind.END, "Stop", stop.reason());
    }
}
