package dev.safar.engine.streams;

import java.time.Duration;

/**
 * What a task works with besides its store.
 *
 * @param timerBudget for timers
 * @param sweepBudget for what goes through all customers, which timers can't use up
 * @param messageInterval how long a message may wait for its commit
 */
record TaskTools(EngineParts parts, SliceBudget timerBudget, SliceBudget sweepBudget, Duration messageInterval) {

    private static final Duration WINDOW = Duration.ofMillis(100);

    static TaskTools of(EngineParts parts, Duration messageInterval) {
        Duration slice = parts.limits().slice();
        return new TaskTools(
                parts,
                new SliceBudget(WINDOW, slice, System::nanoTime),
                new SliceBudget(WINDOW, slice, System::nanoTime),
                messageInterval);
    }
}
