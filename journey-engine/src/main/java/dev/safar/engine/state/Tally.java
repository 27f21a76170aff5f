package dev.safar.engine.state;

import dev.safar.core.model.JourneyId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many runs have begun and how they ended, per journey; immutable. */
public record Tally(Map<JourneyId, Counts> journeys) {

    public Tally {
        journeys = Map.copyOf(journeys);
    }

    /**
     * The runs of one journey.
     *
     * @param finished per reason
     */
    public record Counts(long entered, Map<String, Long> finished) {

        private static final Counts NONE = new Counts(0, Map.of());

        public Counts {
            finished = Map.copyOf(finished);
        }

        /** Entered and not finished. */
        public long waiting() {
            return entered
                    - finished.values().stream().mapToLong(Long::longValue).sum();
        }

        private Counts plus(Counts other) {
            Map<String, Long> sum = new TreeMap<>(finished);
            other.finished.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
            return new Counts(entered + other.entered, sum);
        }
    }

    /** Nothing counted yet. */
    public static Tally empty() {
        return new Tally(Map.of());
    }

    public Tally entered(JourneyId journey) {
        return plus(journey, new Counts(1, Map.of()));
    }

    public Tally finished(JourneyId journey, String reason) {
        return plus(journey, new Counts(0, Map.of(reason, 1L)));
    }

    public Tally plus(Tally other) {
        Tally sum = this;
        for (Map.Entry<JourneyId, Counts> entry : other.journeys.entrySet()) {
            sum = sum.plus(entry.getKey(), entry.getValue());
        }
        return sum;
    }

    public Counts of(JourneyId journey) {
        return journeys.getOrDefault(journey, Counts.NONE);
    }

    private Tally plus(JourneyId journey, Counts counts) {
        Map<JourneyId, Counts> sum = new HashMap<>(journeys);
        sum.merge(journey, counts, Counts::plus);
        return new Tally(sum);
    }
}
