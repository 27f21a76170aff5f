package dev.safar.standalone.demo;

import dev.safar.contracts.DecisionRecord;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What a run is about and since when, as the decision that began it says. */
record RunStart(String key, Instant at) {

    /** Empty if the decision began no run. */
    static Optional<RunStart> of(DecisionRecord decision) {
        if (!decision.type().equals("entered")
                || !(decision.details().get("key") instanceof String key)
                || !(decision.details().get("started_at") instanceof String startedAt)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RunStart(key, Instant.parse(startedAt)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
