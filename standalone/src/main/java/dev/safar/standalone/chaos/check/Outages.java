package dev.safar.standalone.chaos.check;

import java.time.Instant;
import java.util.List;

/** When something between the engine and a provider was broken on purpose. */
public record Outages(List<Outage> all) {

    /**
     * One of them.
     *
     * @param what was done
     * @param until when it was over
     */
    public record Outage(String what, Instant from, Instant until) {}

    public Outages {
        all = List.copyOf(all);
    }

    /** Whether an attempt begun at one time and begun again at another may have been cut off by one. */
    boolean explain(Instant attempted, Instant again) {
        return all.stream()
                .anyMatch(outage ->
                        !outage.from().isAfter(again) && !outage.until().isBefore(attempted));
    }
}
