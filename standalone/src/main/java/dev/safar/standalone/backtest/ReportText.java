package dev.safar.standalone.backtest;

import dev.safar.core.model.Journey;
import dev.safar.core.model.Step;
import dev.safar.core.model.Workspace;
import dev.safar.standalone.backtest.BacktestReport.Comparison;
import dev.safar.standalone.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A report for people. */
public final class ReportText {

    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();

    private ReportText() {}

    /**
     * The lines.
     *
     * @param workspace whose totals they are
     * @param other how the other workspace is called
     */
    public static List<String> of(BacktestReport report, Workspace workspace, String other) {
        ReportText text = new ReportText();
        text.intake(report);
        for (Journey journey : workspace.journeys()) {
            text.journey(journey, report.totals().journey(journey.ref().id().value()));
        }
        report.comparison().ifPresent(comparison -> text.comparison(comparison, other));
        return text.lines;
    }

    private void intake(BacktestReport report) {
        Intake.Summary intake = report.intake();
        String period = intake.first()
                .map(first -> ", from " + first + " to " + report.end().orElseThrow())
                .orElse("");
        lines.add(number(intake.events()) + " events" + period + "; journeys notice " + number(intake.noticed())
                + " of them, of " + number(report.customers()) + " customers");
        if (report.totals().ignored().total() > 0) {
            lines.add("did not count: " + told(report.totals().ignored()));
        }
        if (intake.badCount() > 0) {
            lines.add(
                    number(intake.badCount()) + (intake.badCount() == 1 ? " line" : " lines") + " could not be used:");
            intake.badLines().forEach(bad -> lines.add(INDENT + "line " + bad.line() + ": " + bad.problem()));
            if (intake.badCount() > intake.badLines().size()) {
                lines.add(INDENT + "…");
            }
        }
    }

    private void journey(Journey journey, JourneyTotals totals) {
        lines.add("");
        lines.add(journey.ref().id() + ": " + number(totals.entered()) + " entered, " + number(totals.waiting())
                + " waiting, " + number(totals.finished().total()) + " finished" + goals(totals));
        if (totals.notEntered().total() > 0) {
            lines.add(INDENT + "not entered: " + told(totals.notEntered()));
        }
        TextTable table = new TextTable("step", "entered", "sent", "held back", "moved", "finished");
        for (String step : steps(journey, totals)) {
            StepTotals at = totals.step(step);
            table.row(
                    step,
                    some(at.entered()),
                    some(at.sent().total()),
                    told(at.held()),
                    told(at.moved()),
                    told(at.finished()));
        }
        table.lines().forEach(line -> lines.add(INDENT + line));
    }

    private static String goals(JourneyTotals totals) {
        if (totals.goals() == 0) {
            return "";
        }
        String worth = totals.worth().signum() == 0
                ? ""
                : ", worth " + totals.worth().stripTrailingZeros().toPlainString();
        return "; " + number(totals.goals()) + (totals.goals() == 1 ? " goal" : " goals") + " reached" + worth;
    }

    /** In the order in which they were written. */
    private static Set<String> steps(Journey journey, JourneyTotals totals) {
        Set<String> steps = new LinkedHashSet<>();
        for (Step step : journey.steps()) {
            steps.add(step.id().value());
        }
        steps.addAll(totals.steps().keySet());
        return steps;
    }

    private void comparison(Comparison comparison, String other) {
        ChangeTotals changes = comparison.changes();
        lines.add("");
        lines.add("compared with " + other + ": " + number(changes.customers())
                + (changes.customers() == 1 ? " customer" : " customers") + " would get something different");
        if (changes.customers() == 0) {
            return;
        }
        TextTable table = new TextTable("journey", "step", "added", "removed", "moved", "changed");
        changes.journeys()
                .forEach((journey, steps) -> steps.forEach((step, tally) -> {
                    Map<String, Long> counts = tally.counts();
                    table.row(
                            journey,
                            step,
                            some(counts.getOrDefault("added", 0L)),
                            some(counts.getOrDefault("removed", 0L)),
                            some(counts.getOrDefault("moved", 0L)),
                            some(counts.getOrDefault("changed", 0L)));
                }));
        table.lines().forEach(line -> lines.add(INDENT + line));
        comparison.first().forEach(this::customer);
        if (changes.customers() > comparison.first().size()) {
            lines.add(INDENT + "…");
        }
    }

    private void customer(CustomerChanges customer) {
        lines.add(INDENT + customer.customer());
        customer.changes().forEach(change -> lines.add(INDENT + INDENT + told(change)));
    }

    private static String told(Change change) {
        String where = change.journey() + " " + change.step() + ": ";
        return change.change().wireName() + " "
                + where
                + change.against().map(ReportText::told).orElse("")
                + (change.now().isPresent() && change.against().isPresent() ? " → " : "")
                + change.now().map(ReportText::told).orElse("");
    }

    private static String told(Change.Shipment shipment) {
        return shipment.at() + " " + shipment.channel() + " " + shipment.template();
    }

    private static String told(Tally tally) {
        return tally.counts().entrySet().stream()
                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** A table is easier to read where nothing stands for none. */
    private static Object some(long count) {
        return count == 0 ? "" : (Object) count;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
