package dev.safar.standalone.backtest;

import dev.safar.contracts.DecisionRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts what was decided on one customer, and knows where each run has been. */
final class Account {

    /** Of messages that a run has sent at some step before. */
    private static final Set<String> AFTERWARDS = Set.of("retracted", "progressed");

    private final Totals totals;
    private final Map<String, Set<String>> visited = new HashMap<>();

    Account(Totals totals) {
        this.totals = totals;
    }

    void add(DecisionRecord decision) {
        totals.count(decision, isFirstVisit(decision));
        if (decision.type().equals("finished")) {
            visited.remove(decision.run());
        }
    }

    private boolean isFirstVisit(DecisionRecord decision) {
        return decision.run() != null
                && decision.step() != null
                && !AFTERWARDS.contains(decision.type())
                && visited.computeIfAbsent(decision.run(), run -> new HashSet<>())
                        .add(decision.step());
    }
}
