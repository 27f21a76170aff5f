package dev.safar.standalone.demo;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Receipts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one customer did and got, day by day, so that a reader sees what all the numbers are about. */
record Story(String customer, long journeys, List<String> lines) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LINES_AT_MOST = 40;

    Story {
        lines = List.copyOf(lines);
    }

    /** The story of the customer who met the most journeys; of those the longest that can be read at a glance. */
    static Optional<Story> of(Outcome outcome) {
        Map<String, Long> journeys = outcome.chronicle().decisions().stream()
                .filter(decision -> decision.type().equals("entered"))
                .collect(Collectors.groupingBy(
                        DecisionRecord::customer,
                        Collectors.mapping(
                                DecisionRecord::journey,
                                Collectors.collectingAndThen(Collectors.toSet(), set -> (long) set.size()))));
        return journeys.keySet().stream()
                .map(customer -> new Story(customer, journeys.get(customer), tell(customer, outcome)))
                .filter(story -> story.lines().size() <= LINES_AT_MOST)
                .max(Comparator.comparingLong(Story::journeys)
                        .thenComparing(story -> story.lines().size())
                        .thenComparing(Story::customer));
    }

    String title() {
        return "One of them: " + customer + " (times in UTC)";
    }

    /** Something that happened, as it is told. */
    private record Happening(Instant at, String text) {}

    /** Within a second, which is as exact as an e-mail's date: what was done, what came of it, what ended. */
    private static List<String> tell(String customer, Outcome outcome) {
        List<Happening> happenings = new ArrayList<>();
        Chronicle chronicle = outcome.chronicle();
        chronicle.events().stream()
                .filter(event -> event.customerId().equals(customer))
                .forEach(event -> deed(event, outcome.arrivals())
                        .ifPresent(text -> happenings.add(new Happening(event.timestamp(), text))));
        for (Arrival arrival : outcome.arrivals()) {
            chronicle
                    .message(arrival.messageId())
                    .filter(message -> message.customerId().equals(customer))
                    .ifPresent(message -> happenings.add(new Happening(arrival.at(), gets(message, arrival))));
        }
        chronicle.decisions().stream()
                .filter(decision -> decision.type().equals("finished")
                        && decision.customer().equals(customer))
                .forEach(end ->
                        happenings.add(new Happening(end.at(), "  × " + end.journey() + " ends: " + end.reason())));
        happenings.sort(Comparator.comparing(happening -> happening.at().truncatedTo(ChronoUnit.SECONDS)));
        return lines(happenings);
    }

    private static Optional<String> deed(CustomerEvent event, List<Arrival> arrivals) {
        Optional<Receipts.Kind> receipt = Chronicle.receiptOf(event);
        if (receipt.isEmpty()) {
            return Optional.ofNullable(event.event()).map(name -> name + detail(event));
        }
        Object message = event.properties().get(Receipts.MESSAGE_ID);
        return receipt.filter(kind -> kind == Receipts.Kind.OPENED)
                .flatMap(kind -> arrivals.stream()
                        .filter(arrival -> arrival.messageId().equals(message))
                        .findFirst())
                .map(arrival -> "opens \"" + arrival.title() + "\"");
    }

    private static String detail(CustomerEvent event) {
        Map<String, Object> properties = event.properties();
        return switch (event.event()) {
            case EventNames.PRODUCT_ADDED ->
                ": " + properties.get("cart_id") + ", " + properties.get("cart_total") + " in it";
            case EventNames.ORDER_COMPLETED, EventNames.ORDER_REFUNDED ->
                ": " + properties.get("order_id") + ", " + properties.get("total");
            default -> "";
        };
    }

    private static String gets(MessageCommand message, Arrival arrival) {
        return "  ← " + message.channel() + " \"" + arrival.title() + "\" (" + message.journey() + ")";
    }

    /** Views in a row make one line. */
    private static List<String> lines(List<Happening> happenings) {
        List<String> lines = new ArrayList<>();
        int views = 0;
        for (Happening happening : happenings) {
            if (happening.text().equals(EventNames.PRODUCT_VIEWED)) {
                views++;
                if (views > 1) {
                    lines.remove(lines.size() - 1);
                }
                lines.add(line(happening.at(), views == 1 ? "looks at a product" : "looks at " + views + " products"));
            } else {
                views = 0;
                lines.add(line(happening.at(), happening.text()));
            }
        }
        return lines;
    }

    private static String line(Instant at, String text) {
        return "  " + TIME.format(at) + "  " + text;
    }
}
