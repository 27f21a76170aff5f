package dev.safar.standalone.demo;

import dev.safar.contracts.CustomerEvent;
import dev.safar.contracts.MessageCommand;
import dev.safar.contracts.Receipts;
import java.time.Duration;
import java.time.Instant;
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

    /** What the stops of the three journeys mean to a customer, told from the events alone. */
    Check noneAfterAPurchase() {
        List<String> exceptions = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            chronicle.message(arrival.messageId()).ifPresent(message -> chronicle.events().stream()
                    .filter(event -> event.customerId().equals(message.customerId()))
                    .filter(event -> cancels(event, message, arrival.at()))
                    .forEach(event -> exceptions.add(arrival.messageId() + " left at " + arrival.at() + " after "
                            + event.event() + " at " + event.timestamp())));
        }
        return new Check("none left after the purchase or refund that makes it pointless", exceptions);
    }

    private boolean cancels(CustomerEvent event, MessageCommand message, Instant sentAt) {
        if (event.event() == null || !event.receivedAt().isBefore(sentAt)) {
            return false;
        }
        return switch (message.journey()) {
            case "abandoned-cart", "win-back" -> isOrderSinceItsStart(event, message);
            case "post-purchase" ->
                isRefundOfItsOrder(event, message)
                        || (message.template().equals("come-back") && isOrderSinceItsStart(event, message));
            default -> false;
        };
    }

    private boolean isOrderSinceItsStart(CustomerEvent event, MessageCommand message) {
        return event.event().equals(EventNames.ORDER_COMPLETED)
                && event.timestamp().isAfter(startOf(message));
    }

    private static boolean isRefundOfItsOrder(CustomerEvent event, MessageCommand message) {
        return event.event().equals(EventNames.ORDER_REFUNDED)
                && event.properties().get("order_id").equals(keyOf(message));
    }

    private Instant startOf(MessageCommand message) {
        return chronicle.decisions().stream()
                .filter(decision ->
                        decision.type().equals("entered") && decision.run().equals(message.run()))
                .map(decision -> decision.at())
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static Object keyOf(MessageCommand message) {
        return message.variables().get("run") instanceof Map<?, ?> run ? run.get("key") : null;
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
