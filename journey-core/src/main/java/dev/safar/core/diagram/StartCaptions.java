package dev.safar.core.diagram;

import dev.safar.core.model.Admission;
import dev.safar.core.model.Condition;
import dev.safar.core.model.Goal;
import dev.safar.core.model.Journey;
import dev.safar.core.model.KeyExpression;
import dev.safar.core.model.Start;
import dev.safar.core.model.StopRule;
import dev.safar.core.model.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands around the steps of a journey: how it starts, what stops it, what it is for. */
final class StartCaptions implements Start.Visitor<List<String>> {

    private static final StartCaptions INSTANCE = new StartCaptions();

    private StartCaptions() {}

    static Caption start(Journey journey) {
        List<String> details = new ArrayList<>(journey.start().accept(INSTANCE));
        Admission admission = journey.admission();
        admission
                .audience()
                .map(Condition::text)
                .filter(text -> !text.isBlank())
                .ifPresent(audience -> {
                    details.add("only for");
                    details.add(audience);
                });
        admission.cooldown().ifPresent(rest -> details.add("not again within " + Words.length(rest)));
        return new Caption(Caption.Kind.START, "It starts when", details);
    }

    /** Empty where nothing stops it. */
    static Optional<Caption> stops(Journey journey) {
        if (journey.stops().isEmpty()) {
            return Optional.empty();
        }
        List<String> details = new ArrayList<>();
        for (StopRule stop : journey.stops()) {
            details.add("• " + stop.event());
            details.add(stop.where().map(Condition::text).orElse(""));
        }
        return Optional.of(new Caption(Caption.Kind.NOTE, "It stops at once when", details));
    }

    /** Empty where it has none. */
    static Optional<Caption> goal(Journey journey) {
        return journey.goal().map(StartCaptions::goal);
    }

    private static Caption goal(Goal goal) {
        return new Caption(
                Caption.Kind.NOTE,
                "Its goal",
                goal.event(),
                goal.where().map(Condition::text).orElse(""),
                "within " + Words.length(goal.within()));
    }

    @Override
    public List<String> visit(Start.OnEvent start) {
        List<String> details = new ArrayList<>();
        details.add(start.event());
        start.where().map(Condition::text).ifPresent(details::add);
        details.addAll(runs(start.key(), start.again()));
        return details;
    }

    private static List<String> runs(Optional<KeyExpression> key, Start.Again again) {
        List<String> details = new ArrayList<>();
        key.map(KeyExpression::text)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> details.add("one run for each " + text));
        if (again != Start.Again.IGNORE) {
            details.add("again: " + again.name().toLowerCase(Locale.ROOT));
        }
        return details;
    }

    @Override
    public List<String> visit(Start.Inactive start) {
        return List.of("no " + start.event(), "for " + Words.length(start.length()));
    }

    @Override
    public List<String> visit(Start.SegmentChange start) {
        return List.of((start.enters() ? "the customer comes into " : "the customer leaves ") + start.segment());
    }

    @Override
    public List<String> visit(Start.AtDate start) {
        return List.of(Words.date(start.date()), "at " + start.time() + (start.yearly() ? ", every year" : ""));
    }

    @Override
    public List<String> visit(Start.Schedule start) {
        String when = start.timetable() instanceof Timetable.Cron cron
                ? "the timetable says: " + cron.expression()
                : "it is "
                        + ((Timetable.Once) start.timetable()).time().toString().replace('T', ' ');
        return start.segment()
                .map(segment -> List.of(when, "for all in " + segment))
                .orElse(List.of(when));
    }

    @Override
    public List<String> visit(Start.Called start) {
        List<String> details = new ArrayList<>(List.of("it is called"));
        details.addAll(runs(start.key(), start.again()));
        return details;
    }
}
