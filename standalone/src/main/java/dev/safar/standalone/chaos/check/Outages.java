package dev.safar.standalone.chaos.check;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** When something between the engine and a provider was broken on purpose. */
public record Outages(List<Outage> all) {

    /**
     * One of them.
     *
     * @param what was done
     * @param until when it was over
     * @param underWay where senders were killed, how many messages a provider without keys had taken and not answered then
     */
    public record Outage(String what, Instant from, Instant until, OptionalInt underWay) {

        /** Of which nobody knows how much was under way. */
        public Outage(String what, Instant from, Instant until) {
            this(what, from, until, OptionalInt.empty());
        }

        private boolean explains(Instant attempted, Instant again) {
            return !from.isAfter(again) && !until.isBefore(attempted);
        }
    }

    public Outages {
        all = List.copyOf(all);
    }

    /** Whether an attempt begun at one time and begun again at another may have been cut off by one. */
    boolean explain(Instant attempted, Instant again) {
        return all.stream().anyMatch(outage -> outage.explains(attempted, again));
    }

    /** Whether nothing but a killed sender explains that. */
    boolean onlyKillsExplain(Instant attempted, Instant again) {
        return explain(attempted, again)
                && all.stream()
                        .filter(outage -> outage.explains(attempted, again))
                        .allMatch(outage -> outage.underWay().isPresent());
    }

    /** How much was under way whenever a sender was killed. */
    int underWay() {
        return all.stream().mapToInt(outage -> outage.underWay().orElse(0)).sum();
    }
}
