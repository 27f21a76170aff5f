package dev.safar.standalone.audit;

import dev.safar.contracts.DeadLetter;
import dev.safar.contracts.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was put aside: events, messages, and customers whose timer could not be worked on. */
final class DeadLetterBox {

    private final Map<Integer, Set<Long>> events = new HashMap<>();
    private final Set<Position> messages = new HashSet<>();
    /** Of letters without a value: of timers, which have none, and of events whose value was too large. */
    private final Map<Position, Set<String>> bare = new HashMap<>();

    private final Set<String> customers = new HashSet<>();

    void add(DeadLetter letter) {
        if (!Topics.EVENTS.equals(letter.topic())) {
            messages.add(new Position(letter.topic(), letter.partition(), letter.offset()));
        } else {
            events.computeIfAbsent(letter.partition(), any -> new HashSet<>()).add(letter.offset());
            if (letter.valueBase64() == null && letter.key() != null) {
                bare.computeIfAbsent(
                                new Position(letter.topic(), letter.partition(), letter.offset()),
                                any -> new HashSet<>())
                        .add(letter.key());
            }
        }
    }

    /** What was put aside at a tick, and not at an event, was somebody's timer. */
    void tick(int partition, long offset) {
        customers.addAll(bare.getOrDefault(new Position(Topics.EVENTS, partition, offset), Set.of()));
    }

    Set<Long> events(int partition) {
        return events.getOrDefault(partition, Set.of());
    }

    Set<Position> messages() {
        return messages;
    }

    /** Those whose timer could not be worked on at one of the ticks so far. */
    Set<String> customers() {
        return customers;
    }
}
