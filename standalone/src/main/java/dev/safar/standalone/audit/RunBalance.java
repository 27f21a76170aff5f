package dev.safar.standalone.audit;

import dev.safar.contracts.DecisionRecord;
import dev.safar.core.model.JourneyId;
import dev.safar.engine.state.Tally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts a task's runs three ways: by its own tally, customer by customer, and in the decisions. The decisions and the state are
 * in different logs, which can't be cut at the same moment while the engine runs; each is then held against a later cut of the
 * other, which has all that the first has. Where nothing happens in between both are the same, and so must the counts be.
 */
final class RunBalance {

    private static final Guarantee IT = Guarantee.BALANCED;

    private final Map<JourneyId, Count> decided = new HashMap<>();
    private final Map<JourneyId, Count> decidedLater = new HashMap<>();

    /** What the decisions say of a journey. */
    private record Count(long entered, long finished) {

        private static final Count NONE = new Count(0, 0);

        private Count and(Count other) {
            return new Count(entered + other.entered, finished + other.finished);
        }

        private boolean within(Count later) {
            return entered <= later.entered && finished <= later.finished;
        }

        private static Count of(Tally.Counts counts) {
            return new Count(
                    counts.entered(),
                    counts.finished().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }

        @Override
        public String toString() {
            return entered + " entered and " + finished + " finished";
        }
    }

    /**
     * Takes a decision of the task's partition.
     *
     * @param early whether it is from before the first cut
     */
    void decision(DecisionRecord decision, boolean early) {
        boolean entered = "entered".equals(decision.type());
        if (entered || "finished".equals(decision.type())) {
            Count one = entered ? new Count(1, 0) : new Count(0, 1);
            JourneyId journey = new JourneyId(decision.journey());
            decidedLater.merge(journey, one, Count::and);
            if (early) {
                decided.merge(journey, one, Count::and);
            }
        }
    }

    /**
     * Judges each journey.
     *
     * @param whole whether the log of decisions still has its beginning
     */
    void conclude(int partition, TaskState state, boolean whole, Verdicts verdicts) {
        Map<JourneyId, Long> census = new HashMap<>();
        state.customers().values().forEach(line -> line.running()
                .forEach(journey -> census.merge(journey, 1L, Long::sum)));
        Set<JourneyId> journeys = new HashSet<>(census.keySet());
        journeys.addAll(state.tally().journeys().keySet());
        journeys.addAll(decided.keySet());
        for (JourneyId journey : journeys) {
            String wrong = wrong(journey, state, census.getOrDefault(journey, 0L), whole);
            if (wrong.isEmpty()) {
                verdicts.good(IT);
            } else {
                verdicts.broken(IT, "journey " + journey, "partition " + partition, wrong);
            }
            verdicts.note(IT, "runs entered", state.tally().of(journey).entered());
            verdicts.note(IT, "runs waiting", census.getOrDefault(journey, 0L));
        }
        if (!whole) {
            verdicts.notJudged(IT, "partitions whose decisions no longer reach back to the beginning");
        }
    }

    private String wrong(JourneyId journey, TaskState state, long waiting, boolean whole) {
        Tally.Counts counts = state.tally().of(journey);
        if (counts.unaccounted() != 0) {
            return counts.entered() + " runs entered, " + counts.waiting() + " wait: " + counts.unaccounted()
                    + " have neither finished nor do they wait";
        }
        if (counts.waiting() != waiting) {
            return "the task counted " + counts.waiting() + " runs that wait, its customers have " + waiting;
        }
        Count told = decided.getOrDefault(journey, Count.NONE);
        Count toldLater = decidedLater.getOrDefault(journey, Count.NONE);
        Count counted = Count.of(counts);
        Count countedLater = Count.of(state.later().of(journey));
        boolean agree = told.within(countedLater) && counted.within(toldLater);
        return !whole || agree ? "" : "the task counted " + counted + ", its decisions tell of " + told;
    }
}
