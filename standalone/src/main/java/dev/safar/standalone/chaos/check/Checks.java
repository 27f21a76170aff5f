package dev.safar.standalone.chaos.check;

import dev.safar.contracts.MessageCommand;
import dev.safar.dispatch.ledger.LedgerEntry;
import dev.safar.standalone.chaos.load.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds what came out at the providers against what went in at ingest, without asking the engine for its opinion. */
final class Checks {

    private static final Duration DATE_RESOLUTION = Duration.ofSeconds(1);

    private final List<Accepted> accepted;
    private final Observed observed;
    private final List<Delivered> delivered;
    private final Outages outages;

    /**
     * @param accepted what ingest has accepted
     * @param delivered what providers have taken, each time that they have
     * @param outages of dispatchers, their links and brokers
     */
    Checks(List<Accepted> accepted, Observed observed, List<Delivered> delivered, Outages outages) {
        this.accepted = accepted;
        this.observed = observed;
        this.delivered = delivered;
        this.outages = outages;
    }

    List<Finding> all() {
        return List.of(
                nothingIsLostOnTheWayIn(),
                nothingIsAskedForTwice(),
                providersHaveEachMessageOnce(),
                killsRepeatNoMoreThanWasUnderWay(),
                providersHaveWhatWasAskedFor(),
                everyCustomerGotWhatIsDueAndNothingElse(),
                nothingWentToTheDeadLetters());
    }

    Finding nothingIsLostOnTheWayIn() {
        List<String> lost = accepted.stream()
                .map(each -> each.deed().messageId())
                .filter(id -> !observed.hasEvent(id))
                .map(id -> "call " + id + " was accepted and is not there")
                .toList();
        return new Finding("each of the " + accepted.size() + " accepted calls is in the log", lost);
    }

    Finding nothingIsAskedForTwice() {
        return new Finding(
                "each of the " + observed.messages().size() + " messages is in the outbox once",
                observed.askedForAgain().stream()
                        .map(id -> "message " + id + " was asked for again")
                        .toList());
    }

    /** Without a key that the provider recognises, what was cut off in the middle of a call goes again; nothing else does. */
    Finding providersHaveEachMessageOnce() {
        List<String> exceptions = new ArrayList<>();
        int window = 0;
        for (Map.Entry<String, List<Delivered>> message : byMessage().entrySet()) {
            int times = message.getValue().size();
            if (times > 1) {
                if (message.getValue().get(0).recognised() || !cutOff(message.getKey(), message.getValue())) {
                    exceptions.add("message " + message.getKey() + " is at its provider " + times + " times");
                } else {
                    window += times - 1;
                }
            }
        }
        return new Finding(
                "no message is at its provider twice, but for " + window + " cut off in the middle of their call",
                exceptions);
    }

    /** By the provider's own count of what it had taken and not answered. */
    Finding killsRepeatNoMoreThanWasUnderWay() {
        long again = byMessage().entrySet().stream()
                .filter(message -> !message.getValue().get(0).recognised())
                .filter(message -> message.getValue().size() > 1 && onlyKillsExplain(message.getKey()))
                .mapToLong(message -> message.getValue().size() - 1L)
                .sum();
        int underWay = outages.underWay();
        return new Finding(
                "of " + underWay + " e-mails under way when a dispatcher was killed " + again + " came again",
                again > underWay ? List.of("more came again than were under way") : List.of());
    }

    private boolean onlyKillsExplain(String message) {
        List<LedgerEntry> attempts = attempts(message);
        return attempts.size() > 1
                && IntStream.range(1, attempts.size())
                        .allMatch(i -> outages.onlyKillsExplain(
                                attempts.get(i - 1).at(), attempts.get(i).at()));
    }

    private List<LedgerEntry> attempts(String message) {
        return observed.ledger(message).stream()
                .map(Noted::entry)
                .filter(LedgerEntry::uncertain)
                .toList();
    }

    /** Whether each delivery has an attempt of its own in the ledger, which something broken cut off before the next one. */
    private boolean cutOff(String message, List<Delivered> deliveries) {
        List<LedgerEntry> attempts = attempts(message);
        if (attempts.size() < deliveries.size() || isConcludedBeforeItsLastAttempt(message)) {
            return false;
        }
        List<Integer> delivered = deliveries.stream()
                .map(delivery -> attemptOf(delivery, attempts))
                .sorted()
                .toList();
        return Set.copyOf(delivered).size() == deliveries.size()
                && delivered.get(0) >= 0
                && delivered.stream()
                        .limit(deliveries.size() - 1L)
                        .allMatch(i -> outages.explain(
                                attempts.get(i).at(), attempts.get(i + 1).at()));
    }

    /** What a sender that was cut off had written comes in when somebody else has looked already. */
    private boolean isConcludedBeforeItsLastAttempt(String message) {
        boolean concluded = false;
        for (Noted noted : observed.ledger(message)) {
            if (noted.entry().uncertain() && concluded) {
                return true;
            }
            concluded |= noted.concludedInTime();
        }
        return false;
    }

    /** The index of the last attempt begun when the delivery was sent, or -1 if there is none. */
    private static int attemptOf(Delivered delivery, List<LedgerEntry> attempts) {
        Instant sent = delivery.sentAt().plus(DATE_RESOLUTION);
        return (int) attempts.stream().filter(each -> each.at().isBefore(sent)).count() - 1;
    }

    Finding providersHaveWhatWasAskedFor() {
        List<String> exceptions = new ArrayList<>();
        Set<String> arrived = byMessage().keySet();
        arrived.stream()
                .filter(id -> !observed.messages().containsKey(id))
                .forEach(id -> exceptions.add("message " + id + " arrived and was never asked for"));
        observed.messages().values().stream()
                .filter(message -> !arrived.contains(message.messageId()) && !observed.wasDropped(message.messageId()))
                .forEach(message -> exceptions.add(about(message) + " did not arrive"));
        return new Finding("what was asked for has arrived or was taken back, and nothing else came", exceptions);
    }

    Finding everyCustomerGotWhatIsDueAndNothingElse() {
        Map<String, List<Accepted>> deeds =
                accepted.stream().collect(Collectors.groupingBy(Accepted::customer, TreeMap::new, Collectors.toList()));
        Map<String, Map<String, Integer>> got = gotByCustomer();
        List<String> exceptions = new ArrayList<>();
        deeds.forEach((customer, theirs) -> exceptions.addAll(
                differences(customer, new Expectations(theirs).messages(), got.getOrDefault(customer, Map.of()))));
        Set<String> strangers = new HashSet<>(got.keySet());
        strangers.removeAll(deeds.keySet());
        strangers.forEach(customer -> exceptions.add(customer + " is nobody, and got " + got.get(customer)));
        return new Finding(
                "each of the " + deeds.size() + " customers got what is due, and nothing after a purchase", exceptions);
    }

    Finding nothingWentToTheDeadLetters() {
        return new Finding(
                "nothing is in the dead letters",
                observed.deadLetters().stream()
                        .map(letter -> letter.topic() + "-" + letter.partition() + " at " + letter.offset() + ": "
                                + letter.reason())
                        .toList());
    }

    /** @param numbers of all engines; empty if one of them does not answer */
    static Finding runsAddUp(Optional<EngineNumbers> numbers) {
        String rule = numbers.map(sum -> sum.entered() + " runs entered = " + sum.waiting() + " waiting + "
                        + sum.finished() + " finished")
                .orElse("runs add up");
        boolean holds = numbers.filter(EngineNumbers::addsUp).isPresent();
        return new Finding(rule, holds ? List.of() : List.of(numbers.isEmpty() ? "no answer" : "it does not add up"));
    }

    /** What some customers have to get and have not got yet. */
    List<String> missing() {
        Map<String, Map<String, Integer>> got = gotByCustomer();
        List<String> missing = new ArrayList<>();
        accepted.stream()
                .collect(Collectors.groupingBy(Accepted::customer))
                .forEach((customer, deeds) -> new Expectations(deeds).messages().forEach((template, range) -> {
                    if (got.getOrDefault(customer, Map.of()).getOrDefault(template, 0) < range.least()) {
                        missing.add(template + " for " + customer);
                    }
                }));
        return missing;
    }

    private static List<String> differences(String customer, Map<String, Range> due, Map<String, Integer> got) {
        Set<String> templates = new HashSet<>(due.keySet());
        templates.addAll(got.keySet());
        return templates.stream()
                .sorted()
                .filter(template -> !due.getOrDefault(template, Range.NONE).holds(got.getOrDefault(template, 0)))
                .map(template -> customer + " got " + template + " " + got.getOrDefault(template, 0)
                        + " times where it is " + due.getOrDefault(template, Range.NONE))
                .toList();
    }

    private Map<String, Map<String, Integer>> gotByCustomer() {
        Map<String, Map<String, Integer>> got = new HashMap<>();
        for (String id : byMessage().keySet()) {
            MessageCommand message = observed.messages().get(id);
            if (message != null) {
                got.computeIfAbsent(message.customerId(), customer -> new HashMap<>())
                        .merge(Expectations.nameOf(message.template()), 1, Integer::sum);
            }
        }
        return got;
    }

    private Map<String, List<Delivered>> byMessage() {
        return delivered.stream().collect(Collectors.groupingBy(Delivered::messageId));
    }

    private static String about(MessageCommand message) {
        return "message " + message.messageId() + " (" + message.template() + " for " + message.customerId() + ")";
    }
}
