package dev.safar.standalone.demo;

import dev.safar.contracts.MessageCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What shoppers do about the messages they get, the same in every run: some read an e-mail some hours later, some answer a
 * survey a day later.
 */
final class Shoppers {

    private static final int OPEN_PERCENT = 45;
    private static final int ANSWER_PERCENT = 40;
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final PriorityQueue<Deed> planned = new PriorityQueue<>(Comparator.comparing(Deed::at));

    /** A message has come. */
    void notice(Arrival arrival, MessageCommand message) {
        String occasion = message.customerId() + " " + message.template() + " " + message.dueAt();
        if (arrival.channel().equals("email") && Chance.below(100, "open " + occasion) < OPEN_PERCENT) {
            planned.add(new Deed.Opening(arrival.at().plus(minutes(30, 600, occasion)), message.messageId()));
        }
        if (message.template().equals("survey")) {
            orderOf(message)
                    .filter(order -> Chance.below(100, "answer " + order) < ANSWER_PERCENT)
                    .ifPresent(order -> planned.add(new Deed.Answer(
                            arrival.at().plus(minutes(60, 2400, occasion)), message.customerId(), order)));
        }
    }

    /** When something must be done at the latest; whoever moves the clock before that does it on the way. */
    Optional<Instant> latest() {
        return Optional.ofNullable(planned.peek()).map(deed -> deed.at().plus(PATIENCE));
    }

    /** Takes out what is to be done by now. */
    List<Deed> until(Instant now) {
        List<Deed> deeds = new ArrayList<>();
        while (!planned.isEmpty() && !planned.peek().at().isAfter(now)) {
            deeds.add(planned.remove());
        }
        return deeds;
    }

    private static Duration minutes(int from, int to, String occasion) {
        return Duration.ofMinutes(from + Chance.below(to - from, "delay of " + occasion));
    }

    private static Optional<String> orderOf(MessageCommand message) {
        return message.variables().get("run") instanceof Map<?, ?> run
                ? Optional.ofNullable(run.get("key")).map(String::valueOf)
                : Optional.empty();
    }
}
