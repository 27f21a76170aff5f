package dev.safar.standalone.cli;

import dev.safar.engine.plan.Plan;
import dev.safar.engine.plan.Plan.JourneyChange;
import dev.safar.engine.plan.Plan.Kind;
import dev.safar.engine.plan.Plan.StepChange;
import dev.safar.standalone.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan for people. */
final class PlanText {

    private PlanText() {}

    static List<String> of(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(
                plan.from().isEmpty()
                        ? "nothing is published yet"
                        : "from workspace " + plan.from() + " to " + plan.to() + ", " + runs(plan.inFlight())
                                + " under way");
        for (JourneyChange journey : plan.journeys()) {
            lines.add("");
            lines.add(journey.journey() + "  " + headline(journey));
            lines.addAll(steps(journey));
        }
        lines.add("");
        addTo(lines, "templates that change: ", plan.templates());
        addTo(lines, "segments that change: ", plan.segments());
        addTo(lines, "settings that change: ", plan.settings());
        addTo(lines, "counts from now on: ", plan.countsFromNow());
        lines.add(String.format(
                Locale.ROOT,
                "touches %s of %,d (%.1f %%)%s",
                runs(plan.touched()),
                plan.inFlight(),
                plan.share(),
                limits(plan)));
        return lines;
    }

    private static void addTo(List<String> lines, String what, List<String> names) {
        if (!names.isEmpty()) {
            lines.add(what + String.join(", ", names));
        }
    }

    private static String headline(JourneyChange journey) {
        return switch (journey.kind()) {
            case ADDED -> "is new (" + journey.to() + ")";
            case REMOVED -> "is gone: nobody begins it any more";
            case CHANGED -> "changes from " + journey.from() + " to " + journey.to();
            case UNCHANGED -> "unchanged (" + journey.to() + ")";
        };
    }

    private static List<String> steps(JourneyChange journey) {
        List<String> lines = new ArrayList<>();
        if (!journey.steps().isEmpty()) {
            TextTable table = new TextTable("  version", "step", "waiting", "");
            journey.steps()
                    .forEach(
                            step -> table.row("  " + step.version(), step.step(), step.waiting(), fate(journey, step)));
            lines.addAll(table.lines());
        }
        if (journey.uncounted() > 0) {
            lines.add("  " + runs(journey.uncounted()) + " more, of which it is not known yet where they wait");
        }
        return lines;
    }

    private static String fate(JourneyChange journey, StepChange step) {
        return switch (step.fate()) {
            case STAYS -> journey.kind() == Kind.UNCHANGED ? "go on" : "go on on their version";
            case REWORDED -> "go on, with changed templates";
            case MOVES -> "come over to " + step.target().orElseThrow();
            case LOST -> "REFUSED: the step is gone, and 'migrate' does not say where they go on";
        };
    }

    private static String limits(Plan plan) {
        List<String> limits = new ArrayList<>();
        plan.limits().maxCustomers().ifPresent(most -> limits.add(String.format(Locale.ROOT, "%,d", most)));
        plan.limits().maxShare().ifPresent(most -> limits.add(String.format(Locale.ROOT, "%.1f %%", most)));
        if (limits.isEmpty()) {
            return "";
        }
        return (plan.exceedsLimits() ? ", MORE THAN the limit of " : ", within the limit of ")
                + String.join(" and ", limits);
    }

    private static String runs(long count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "run" : "runs");
    }
}
