package dev.safar.engine.streams;

import dev.safar.contracts.DecisionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The runs that began by events, each with the one that the log calls for.
 *
 * @param byId per id of a run
 * @param strange those that the log does not call for, or not again
 * @param missing those that the log calls for and that never began
 */
record BegunRuns(Map<String, CustomerLife.Run> byId, List<String> strange, Set<String> missing) {

    /** What a run is known by on both sides. */
    private record Name(String customer, String journey, Object key, Instant startedAt) {}

    static BegunRuns of(Map<String, CustomerLife> lives, CommittedOutbox outbox) {
        Map<Name, CustomerLife.Run> wanted = new HashMap<>();
        lives.forEach((id, life) -> life.runs()
                .forEach(run -> wanted.put(
                        new Name(id, run.journey(), run.key(), run.start().time()), run)));
        Map<String, CustomerLife.Run> byId = new HashMap<>();
        List<String> strange = new ArrayList<>();
        for (DecisionRecord entered : outbox.decisions("entered")) {
            if (!entered.journey().equals("win-back")) {
                Name name = nameOf(entered);
                CustomerLife.Run run = wanted.remove(name);
                if (run == null) {
                    strange.add(name.toString());
                } else {
                    byId.put(entered.run(), run);
                }
            }
        }
        return new BegunRuns(
                byId, strange, wanted.keySet().stream().map(Name::toString).collect(Collectors.toSet()));
    }

    Optional<CustomerLife.Run> get(String run) {
        return Optional.ofNullable(byId.get(run));
    }

    /** Those that nothing ends before their time. */
    Map<String, CustomerLife.Run> uncancelled() {
        Map<String, CustomerLife.Run> uncancelled = new HashMap<>(byId);
        uncancelled.values().removeIf(run -> run.end().isPresent());
        return uncancelled;
    }

    private static Name nameOf(DecisionRecord entered) {
        Instant startedAt = Instant.parse((String) entered.details().get("started_at"));
        return new Name(entered.customer(), entered.journey(), entered.details().get("key"), startedAt);
    }
}
