package dev.safar.standalone.demo;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Receipts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Holds what arrived in the mailbox against what happened, without asking the engine for its opinion. */
final class Checks {

    private static final Duration PUNCTUAL = Duration.ofMinutes(1);

    private final Chronicle chronicle;
    private final List<Arrival> arrivals;

    /**
     * @param chronicle all that happened
     * @param arrivals what is in the mailbox, in the order in which it came
     */
    Checks(Chronicle chronicle, List<Arrival> arrivals) {
        this.chronicle = chronicle;
        this.arrivals = List.copyOf(arrivals);
    }

    /**
     * All of them.
     *
     * @param counts per journey
     * @param posted the message ids of the calls that were accepted
     */
    List<Check> all(List<JourneyCount> counts, Set<String> posted) {
        return Stream.concat(
                        counts.stream().map(Checks::addsUp),
                        Stream.of(
                                everyCallIsInTheLog(posted),
                                everyMessageArrivedOnce(),
                                punctual(),
                                inOrder(),
                                noneAfterAPurchase(),
                                nothingFailed()))
                .toList();
    }

    private static Check addsUp(JourneyCount count) {
        String sum =
                count.entered() + " entered = " + count.waiting() + " waiting + " + count.finishedInAll() + " finished";
        return new Check(count.journey() + ": " + sum, count.addsUp() ? List.of() : List.of("it does not add up"));
    }

    Check everyCallIsInTheLog(Set<String> posted) {
        Map<String, Integer> copies = new HashMap<>();
        posted.forEach(id -> copies.put(id, 0));
        chronicle.events().forEach(event -> copies.computeIfPresent(event.messageId(), (id, n) -> n + 1));
        List<String> exceptions = copies.entrySet().stream()
                .filter(entry -> entry.getValue() != 1)
                .map(entry -> "call " + entry.getKey() + " is there " + entry.getValue() + " times")
                .toList();
        return new Check("each of the " + posted.size() + " calls is in the log once", exceptions);
    }

    Check everyMessageArrivedOnce() {
        List<String> exceptions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Arrival arrival : arrivals) {
            if (!seen.add(arrival.messageId())) {
                exceptions.add(arrival.messageId() + " arrived twice");
            }
            if (chronicle.message(arrival.messageId()).isEmpty()) {
                exceptions.add(arrival.messageId() + " arrived and was never asked for");
            }
        }
        for (MessageCommand message : chronicle.messages()) {
            String id = message.messageId();
            if (chronicle.underWay().contains(id)) {
                exceptions.add(id + " is still under way");
            } else if (!chronicle.receipts(id).contains(Receipts.Kind.SENT)) {
                exceptions.add(id + " was given up: " + chronicle.receipts(id));
            } else if (!seen.contains(id)) {
                exceptions.add(id + " was sent and did not arrive");
            }
        }
        chronicle.requestedAgain().forEach(id -> exceptions.add(id + " was asked for twice"));
        return new Check("each of the " + chronicle.messages().size() + " messages arrived once", exceptions);
    }

    Check punctual() {
        List<String> exceptions = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            chronicle.message(arrival.messageId()).ifPresent(message -> {
                if (Duration.between(message.dueAt(), arrival.at()).abs().compareTo(PUNCTUAL) >= 0) {
                    exceptions.add(arrival.messageId() + " was due " + message.dueAt() + " and left " + arrival.at());
                }
            });
        }
        return new Check("each left within a minute of its time", exceptions);
    }

    Check inOrder() {
        List<String> exceptions = new ArrayList<>();
        Map<String, MessageCommand> latest = new HashMap<>();
        for (Arrival arrival : arrivals) {
            chronicle.message(arrival.messageId()).ifPresent(message -> {
                MessageCommand before = latest.put(message.customerId(), message);
                if (before != null && before.dueAt().isAfter(message.dueAt())) {
                    exceptions.add(arrival.messageId() + " came after " + before.messageId());
                }
            });
        }
        return new Check("each customer got them in the order of their times", exceptions);
    }

    /** What the stops of the three journeys mean to a customer, told from the events and the beginnings of the runs alone. */
    Check noneAfterAPurchase() {
        List<String> exceptions = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            chronicle.message(arrival.messageId()).ifPresent(message -> chronicle
                    .start(message.run())
                    .ifPresentOrElse(
                            start -> exceptions.addAll(afterACancellation(arrival, message, start)),
                            () -> exceptions.add(arrival.messageId()
                                    + " is of a run of which nobody knows how it began: " + message.run())));
        }
        return new Check("none left after the purchase or refund that makes it pointless", exceptions);
    }

    private List<String> afterACancellation(Arrival arrival, MessageCommand message, RunStart start) {
        return chronicle.events().stream()
                .filter(event -> event.customerId().equals(message.customerId()) && event.event() != null)
                .filter(event -> event.receivedAt().isBefore(arrival.at()) && cancels(event, message, start))
                .map(event -> arrival.messageId() + " left at " + arrival.at() + " after " + event.event() + " at "
                        + event.timestamp())
                .toList();
    }

    private static boolean cancels(CustomerEvent event, MessageCommand message, RunStart start) {
        return switch (message.journey()) {
            case "abandoned-cart", "win-back" -> isOrderSince(start, event);
            case "post-purchase" ->
                isRefundOf(start.key(), event)
                        || (message.template().equals("come-back") && isOrderSince(start, event));
            default -> false;
        };
    }

    private static boolean isOrderSince(RunStart start, CustomerEvent event) {
        return event.event().equals(EventNames.ORDER_COMPLETED)
                && event.timestamp().isAfter(start.at());
    }

    private static boolean isRefundOf(String order, CustomerEvent event) {
        return event.event().equals(EventNames.ORDER_REFUNDED)
                && order.equals(event.properties().get("order_id"));
    }

    Check nothingFailed() {
        return new Check(
                "nothing went to the dead letters",
                chronicle.deadLetters().stream()
                        .map(letter -> letter.topic() + "-" + letter.partition() + " at " + letter.offset() + ": "
                                + letter.reason())
                        .toList());
    }
}
