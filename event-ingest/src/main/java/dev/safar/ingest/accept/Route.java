package dev.safar.ingest.accept;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a path says about its body.
 *
 * @param type of the one call in the body; empty if the body is a batch
 */
public record Route(Optional<EventType> type) {

    private static final Set<String> BATCHES = Set.of("batch", "import", "b");

    /** The route of a path's last segment ({@code track}, {@code t}, {@code batch}, …), if there is one. */
    public static Optional<Route> of(String segment) {
        if (BATCHES.contains(segment)) {
            return Optional.of(new Route(Optional.empty()));
        }
        return Arrays.stream(EventType.values())
                .filter(type ->
                        type.wireName().equals(segment) || type.shortRoute().equals(segment))
                .map(type -> new Route(Optional.of(type)))
                .findFirst();
    }

    boolean isBatch() {
        return type.isEmpty();
    }
}
