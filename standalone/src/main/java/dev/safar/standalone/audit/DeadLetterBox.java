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
    private final Set<String> customers = new HashSet<>();

    void add(DeadLetter letter) {
        if (!Topics.EVENTS.equals(letter.topic())) {
            messages.add(new Position(letter.topic(), letter.partition(), letter.offset()));
        } else {
            events.computeIfAbsent(letter.partition(), any -> new HashSet<>()).add(letter.offset());
            if (letter.valueBase64() == null && letter.key() != null) {
                customers.add(letter.key());
            }
        }
    }

    Set<Long> events(int partition) {
        return events.getOrDefault(partition, Set.of());
    }

    Set<Position> messages() {
        return messages;
    }

    Set<String> customers() {
        return customers;
    }
}
