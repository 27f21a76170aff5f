package dev.safar.engine.streams;

import dev.safar.contracts.DecisionRecord;
import dev.safar.contracts.MessageCommand;
import dev.safar.engine.streams.SimulatedLog.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what was committed to the outbox against what the log says should come of it: who must get which message, and who must not. */
final class OutboxCheck {

    static final Duration SILENCE = Duration.ofDays(5);

    private static final Duration WORTH_SENDING = Duration.ofHours(6);
    private static final Map<String, List<String>> STEPS =
            Map.of("cart", List.of("first", "second", "third"), "thanks", List.of("first", "second"));

    private final SimulatedLog log;
    private final CommittedOutbox outbox;
    private final Map<String, CustomerLife> lives;
    private final Map<String, MessageCommand> sent = new HashMap<>();
    private final BegunRuns runs;
    private final List<String> problems = new ArrayList<>();

    private OutboxCheck(SimulatedPartition partition) {
        log = partition.log();
        outbox = CommittedOutbox.of(partition);
        lives = CustomerLife.allOf(log);
        runs = BegunRuns.of(lives, outbox);
    }

    static List<String> of(SimulatedPartition partition) {
        var check = new OutboxCheck(partition);
        check.runs();
        check.messages();
        check.completeness();
        check.silences();
        check.retractions();
        check.deadLetters();
        return check.problems;
    }

    /** Exactly the runs begin that have to, each once. */
    private void runs() {
        runs.strange().forEach(name -> problems.add(name + " began and should not have, or began twice"));
        runs.missing().forEach(name -> problems.add(name + " should have begun"));
    }

    private void messages() {
        Set<String> ids = new HashSet<>();
        for (MessageCommand message : outbox.messages()) {
            expect(ids.add(message.messageId()), "the same message twice: " + tell(message));
            sent.put(message.run() + " " + message.step(), message);
            expect(
                    log.at(message.tickOffset()).content() instanceof Content.Time tick
                            && !message.requestedAt().isAfter(tick.at()),
                    "fired by no tick, or before its time: " + tell(message));
            expect(!message.requestedAt().isBefore(message.dueAt()), "too early: " + tell(message));
            expect(
                    lives.get(message.customerId())
                            .addressesSince(message.tickOffset())
                            .contains(message.to()),
                    "to a wrong address: " + tell(message));
            if (!message.journey().equals("win-back")) {
                ofRun(message);
            }
        }
    }

    private void ofRun(MessageCommand message) {
        Optional<CustomerLife.Run> begun = runs.get(message.run());
        if (begun.isEmpty()) {
            problems.add("of a run that should not be: " + tell(message));
            return;
        }
        CustomerLife.Run run = begun.get();
        expect(
                run.covers(message.tickOffset()),
                "fired before its run began, or after it was cancelled: " + tell(message));
        Map<?, ?> start = (Map<?, ?>) ((Map<?, ?>) message.variables().get("run")).get("start");
        expect(run.start().event().messageId().equals(start.get("call")), "of another start: " + tell(message));
        expect(due(run, message).filter(message.dueAt()::equals).isPresent(), "due at another time: " + tell(message));
        boolean late = message.requestedAt().isAfter(message.dueAt().plus(WORTH_SENDING));
        expect(!late || !isReminder(message.journey(), message.step()), "too late to be sent: " + tell(message));
    }

    private Optional<Instant> due(CustomerLife.Run run, MessageCommand message) {
        Instant start = run.start().time();
        boolean cart = run.journey().equals("cart");
        return switch (message.step()) {
            case "first" -> Optional.of(start.plus(Duration.ofHours(cart ? 1 : 3)));
            case "second" ->
                cart
                        ? Optional.of(start.plus(Duration.ofDays(1)))
                        : Optional.ofNullable(sent.get(message.run() + " first"))
                                .map(first -> first.requestedAt().plus(Duration.ofDays(2)));
            default -> Optional.of(start.plus(Duration.ofDays(3)));
        };
    }

    /** Whoever was not cancelled gets every message, the reminder unless it would have come too late. */
    private void completeness() {
        Set<String> tooLate = new HashSet<>();
        for (DecisionRecord skipped : outbox.decisions("skipped")) {
            boolean late = runs.get(skipped.run())
                    .map(run -> run.start().time().plus(Duration.ofHours(1)).plus(WORTH_SENDING))
                    .filter(skipped.at()::isAfter)
                    .isPresent();
            expect(late && isReminder(skipped.journey(), skipped.step()), "skipped without a reason: " + skipped);
            tooLate.add(skipped.run() + " " + skipped.step());
        }
        runs.uncancelled().forEach((id, run) -> {
            for (String step : STEPS.get(run.journey())) {
                String name = id + " " + step;
                boolean once = sent.containsKey(name) != tooLate.contains(name);
                expect(once, "neither sent nor skipped, or both: " + run.journey() + " " + name);
            }
        });
    }

    /** Whoever has not ordered for five days hears of it once, and only then. */
    private void silences() {
        Map<String, Set<Instant>> ended = new HashMap<>();
        for (MessageCommand message : outbox.messages()) {
            if (message.journey().equals("win-back")) {
                Instant since = message.dueAt().minus(SILENCE);
                Optional<Instant> order = lives.get(message.customerId()).lastOrderBefore(message.tickOffset());
                expect(order.filter(since::equals).isPresent(), "there was an order in between: " + tell(message));
                boolean first = ended.computeIfAbsent(message.customerId(), id -> new HashSet<>())
                        .add(since);
                expect(first, "a second time for the same silence: " + tell(message));
            }
        }
        lives.forEach((id, life) -> life.lastOrderBefore(Long.MAX_VALUE)
                .ifPresent(order -> expect(
                        ended.getOrDefault(id, Set.of()).contains(order), id + " was not won back after " + order)));
    }

    /** What is in the outbox when its run is stopped is taken back once, and nothing else is. */
    private void retractions() {
        Set<String> back = new HashSet<>();
        outbox.retractions()
                .forEach(retraction ->
                        expect(back.add(retraction.messageId()), "taken back twice: " + retraction.messageId()));
        for (MessageCommand message : outbox.messages()) {
            Optional<String> end =
                    runs.get(message.run()).flatMap(CustomerLife.Run::end).map(CustomerLife.Happened::name);
            boolean restarted = end.filter(CustomerLife.ADDED::equals).isPresent();
            boolean stopped = end.isPresent() && !restarted;
            boolean retracted = back.remove(message.messageId());
            expect(restarted || stopped == retracted, "taken back, or not, and should not have been: " + tell(message));
        }
        expect(back.isEmpty(), "taken back without having been sent: " + back);
    }

    private void deadLetters() {
        List<Long> garbage = log.entries().stream()
                .filter(entry -> entry.content() instanceof Content.Garbage)
                .map(SimulatedLog.Entry::offset)
                .toList();
        List<Long> put =
                outbox.deadLetters().stream().map(letter -> letter.offset()).toList();
        expect(garbage.equals(put), "nonsense at " + garbage + ", put aside " + put);
    }

    private static boolean isReminder(String journey, String step) {
        return journey.equals("cart") && step.equals("first");
    }

    private static String tell(MessageCommand message) {
        return message.customerId() + " " + message.journey() + " " + message.step() + " " + message.messageId()
                + " due " + message.dueAt() + " requested " + message.requestedAt() + " by tick "
                + message.tickOffset();
    }

    private void expect(boolean fact, String otherwise) {
        if (!fact) {
            problems.add(otherwise);
        }
    }
}
