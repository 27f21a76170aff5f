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
     * @param waiting counted from the customers who have such a run, so that it can be held against the other two
     * @param finished per reason
     */
    public record Counts(long entered, long waiting, Map<String, Long> finished) {

        private static final Counts NONE = new Counts(0, 0, Map.of());

        public Counts {
            finished = Map.copyOf(finished);
        }

        /** Entered, but neither waiting nor finished: always zero, or runs have been lost or made up. */
        public long unaccounted() {
            long ended = finished.values().stream().mapToLong(Long::longValue).sum();
            return entered - waiting - ended;
        }

        private Counts plus(Counts other) {
            Map<String, Long> sum = new TreeMap<>(finished);
            other.finished.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
            return new Counts(entered + other.entered, waiting + other.waiting, sum);
        }
    }

    /** Nothing counted yet. */
    public static Tally empty() {
        return new Tally(Map.of());
    }

    public Tally entered(JourneyId journey) {
        return plus(journey, new Counts(1, 0, Map.of()));
    }

    public Tally finished(JourneyId journey, String reason) {
        return plus(journey, new Counts(0, 0, Map.of(reason, 1L)));
    }

    /**
     * So many more of a customer's runs wait than before.
     *
     * @param difference negative where fewer do
     */
    public Tally waiting(JourneyId journey, long difference) {
        return plus(journey, new Counts(0, difference, Map.of()));
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
