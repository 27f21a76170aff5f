package dev.safar.standalone.demo;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.Receipts;
import dev.safar.standalone.text.TextTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text that the demo ends with. */
final class Summary {

    private final Outcome outcome;

    Summary(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        section(lines, period(), events().lines());
        lines.add(origins());
        section(lines, "Journeys", journeys().lines());
        section(lines, "Messages", channels().lines());
        lines.add("e-mail has no 'delivered': a mail server says that it took a message, not what became of it");
        notSent().ifPresent(lines::add);
        section(
                lines,
                "Checks",
                outcome.checks().stream()
                        .flatMap(check -> check.lines().stream())
                        .toList());
        Story.of(outcome).ifPresent(story -> section(lines, story.title(), story.lines()));
        section(
                lines,
                "The messages themselves",
                List.of(
                        "Every e-mail, SMS and push as its receiver got it; open this page in a browser:",
                        "  " + outcome.mailbox().toUri()));
        return lines;
    }

    private static void section(List<String> lines, String title, List<String> content) {
        lines.add("");
        lines.add(title);
        lines.addAll(content);
    }

    private String period() {
        LocalDate first = date(outcome.chronicle().events().get(0).receivedAt());
        return "Events from " + first + " to " + date(outcome.end()) + ", in "
                + outcome.took().toSeconds() + " seconds";
    }

    private static LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** What came from the shops first, then what was reported on messages. */
    private TextTable events() {
        Map<Boolean, Map<String, Long>> counts = outcome.chronicle().events().stream()
                .collect(Collectors.partitioningBy(
                        event -> Chronicle.receiptOf(event).isPresent(),
                        Collectors.groupingBy(Summary::name, TreeMap::new, Collectors.counting())));
        TextTable table = new TextTable("event", "count");
        counts.get(false).forEach(table::row);
        counts.get(true).forEach(table::row);
        return table.row("all", outcome.chronicle().events().size());
    }

    /** Why there are more events than were recorded. */
    private String origins() {
        long reports = outcome.chronicle().events().stream()
                .filter(event -> Chronicle.receiptOf(event).isPresent())
                .count();
        return String.format(
                Locale.ROOT,
                "%,d from the shops: what was recorded, and who the customers are (identify); %,d reports on messages",
                outcome.chronicle().events().size() - reports,
                reports);
    }

    private static String name(CustomerEvent event) {
        return event.event() == null ? event.type() : event.event();
    }

    private TextTable journeys() {
        TextTable table = new TextTable("journey", "entered", "waiting", "finished", "how");
        outcome.journeys()
                .forEach(count -> table.row(
                        count.journey(), count.entered(), count.waiting(), count.finishedInAll(), count.reasons()));
        return table;
    }

    private TextTable channels() {
        TextTable table =
                new TextTable("channel", "requested", "sent", "delivered", "opened", "clicked", "failed", "dropped");
        ChannelCount.of(outcome.chronicle())
                .forEach(count -> table.row(
                        count.channel(),
                        count.requested(),
                        count.reported(Receipts.Kind.SENT),
                        count.reported(Receipts.Kind.DELIVERED),
                        count.reported(Receipts.Kind.OPENED),
                        count.reported(Receipts.Kind.CLICKED),
                        count.reported(Receipts.Kind.BOUNCED) + count.reported(Receipts.Kind.FAILED),
                        count.reported(Receipts.Kind.DROPPED)));
        return table;
    }

    private Optional<String> notSent() {
        Map<String, Long> reasons = outcome.chronicle().decisions().stream()
                .filter(decision -> decision.type().equals("skipped"))
                .collect(Collectors.groupingBy(DecisionRecord::reason, TreeMap::new, Collectors.counting()));
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("not requested: "
                + reasons.entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining(", ")));
    }
}
