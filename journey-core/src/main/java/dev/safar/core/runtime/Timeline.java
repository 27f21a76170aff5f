package dev.safar.core.runtime;

import dev.safar.core.model.Memory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When something happened lately, so that it can be counted and added up over the time back from any moment.
 *
 * <p>Exact for the last {@value #EXACT} occurrences and before. With more, those that lie close together become one mark,
 * the closer to now the finer: a count or sum over a window may then take in what is up to a sixteenth of the window's
 * length too old, and never misses anything. Occurrences may arrive in any order.
 *
 * @param marks oldest first
 */
public record Timeline(List<Mark> marks) {

    /** Nothing lately, or nothing that anybody asks for. */
    public static final Timeline EMPTY = new Timeline(List.of());

    /** How many occurrences are told apart in any case. */
    static final int EXACT = 64;

    private static final int FINENESS = 16;

    public Timeline {
        marks = List.copyOf(marks);
    }

    /**
     * One or several occurrences.
     *
     * @param time of the latest of them
     * @param sums what each field added up to
     */
    public record Mark(Instant time, long count, Map<String, Double> sums) {
        public Mark {
            sums = Map.copyOf(sums);
        }

        Mark and(Mark later) {
            return new Mark(later.time, count + later.count, added(sums, later.sums));
        }
    }

    /** One more; what is older than every window is forgotten. */
    Timeline plus(Instant time, Impression impression, Instant now) {
        Memory memory = impression.memory();
        Optional<Duration> longest = memory.longest();
        if (longest.isEmpty()) {
            return EMPTY;
        }
        Instant start = Instants.before(now, longest.get());
        List<Mark> kept = new ArrayList<>(marks);
        kept.add(new Mark(time, 1, impression.amounts()));
        kept.removeIf(mark -> !mark.time().isAfter(start));
        kept.sort(Comparator.comparing(Mark::time));
        return new Timeline(
                kept.size() <= EXACT ? kept : coarser(kept, memory.shortest().orElseThrow(), now));
    }

    private static List<Mark> coarser(List<Mark> marks, Duration shortest, Instant now) {
        List<Mark> merged = new ArrayList<>();
        for (Mark mark : marks) {
            int last = merged.size() - 1;
            if (last >= 0 && together(merged.get(last), mark, shortest, now)) {
                merged.set(last, merged.get(last).and(mark));
            } else {
                merged.add(mark);
            }
        }
        return merged;
    }

    /** Stretches are powers of two, so that what was merged once lies within a longer one later. */
    private static boolean together(Mark one, Mark other, Duration shortest, Instant now) {
        long age =
                Math.max(shortest.toMillis(), Duration.between(one.time(), now).toMillis());
        long stretch = Long.highestOneBit(Math.max(1, age / FINENESS));
        return Math.floorDiv(one.time().toEpochMilli(), stretch)
                == Math.floorDiv(other.time().toEpochMilli(), stretch);
    }

    /** How many occurrences are later than that. */
    long countAfter(Instant start) {
        long count = 0;
        for (Mark mark : marks) {
            count += mark.time().isAfter(start) ? mark.count() : 0;
        }
        return count;
    }

    /** What a field adds up to in occurrences later than that. */
    double sumAfter(Instant start, String field) {
        double sum = 0;
        for (Mark mark : marks) {
            if (mark.time().isAfter(start)) {
                sum = added(sum, mark.sums().getOrDefault(field, 0.0));
            }
        }
        return sum;
    }

    static Map<String, Double> added(Map<String, Double> one, Map<String, Double> other) {
        Map<String, Double> sums = new HashMap<>(one);
        other.forEach((field, amount) -> sums.merge(field, amount, Timeline::added));
        return sums;
    }

    /** As people add prices: 0.1 and 0.2 are 0.3. */
    static double added(double one, double other) {
        double sum = one + other;
        return Double.isFinite(sum) && sum != Math.rint(sum)
                ? BigDecimal.valueOf(one).add(BigDecimal.valueOf(other)).doubleValue()
                : sum;
    }
}
