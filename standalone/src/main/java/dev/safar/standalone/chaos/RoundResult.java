package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.check.Finding;
import dev.safar.standalone.chaos.recovery.Recovery;
import java.time.Duration;
import java.util.List;

/**
 * A round that is over.
 *
 * @param faults as they were done
 * @param figures of the load
 * @param stuck what did not come to rest; empty if all did
 * @param findings of every check, over all rounds so far
 * @param restarts services that had to be started again though nobody had broken them
 */
record RoundResult(
        int number,
        long seed,
        List<Struck> faults,
        Figures figures,
        List<String> stuck,
        List<Finding> findings,
        List<Recovery> recoveries,
        List<String> restarts) {

    /**
     * Of this round alone.
     *
     * @param recognised SMS that came to their provider again, which sent none of them twice
     */
    record Figures(int accepted, int postedAgain, int messages, int recognised, Duration took) {}

    boolean passed() {
        return stuck.isEmpty() && findings.stream().allMatch(Finding::holds);
    }
}
