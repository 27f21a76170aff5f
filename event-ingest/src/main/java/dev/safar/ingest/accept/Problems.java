package dev.safar.ingest.accept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects all that is wrong with one call. */
final class Problems {

    private final int index;
    private final Optional<String> messageId;
    private final List<EventProblem> found = new ArrayList<>();

    Problems(int index, Optional<String> messageId) {
        this.index = index;
        this.messageId = messageId;
    }

    void add(String field, EventProblem.Kind kind, String message) {
        found.add(new EventProblem(index, messageId, field, kind, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<EventProblem> all() {
        return List.copyOf(found);
    }
}
