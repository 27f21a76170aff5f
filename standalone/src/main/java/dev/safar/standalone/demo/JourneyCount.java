package dev.safar.standalone.demo;

import dev.safar.contracts.DecisionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The runs of one journey.
 *
 * @param entered as the decisions tell
 * @param waiting as a scan of the live state tells, so that the two can be held against each other
 * @param finished as the decisions tell, by reason
 */
record JourneyCount(String journey, long entered, long waiting, Map<String, Long> finished) {

    JourneyCount {
        finished = new TreeMap<>(finished);
    }

    /**
     * The counts of every journey that has been entered or has a live run.
     *
     * @param waiting live runs per journey
     */
    static List<JourneyCount> of(List<DecisionRecord> decisions, Map<String, Long> waiting) {
        Map<String, Long> entered = new TreeMap<>();
        Map<String, Map<String, Long>> finished = new TreeMap<>();
        waiting.keySet().forEach(journey -> entered.put(journey, 0L));
        for (DecisionRecord decision : decisions) {
            if (decision.type().equals("entered")) {
                entered.merge(decision.journey(), 1L, Long::sum);
            } else if (decision.type().equals("finished")) {
                finished.computeIfAbsent(decision.journey(), journey -> new TreeMap<>())
                        .merge(decision.reason(), 1L, Long::sum);
            }
        }
        List<JourneyCount> counts = new ArrayList<>();
        entered.forEach((journey, runs) -> counts.add(new JourneyCount(
                journey, runs, waiting.getOrDefault(journey, 0L), finished.getOrDefault(journey, Map.of()))));
        return counts;
    }

    long finishedInAll() {
        return finished.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean addsUp() {
        return entered == waiting + finishedInAll();
    }

    /** {@code completed 4, stopped: Order Completed 2}. */
    String reasons() {
        return finished.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
