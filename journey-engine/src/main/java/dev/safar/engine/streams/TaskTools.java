package dev.safar.engine.streams;

import java.time.Duration;

/**
 * What a task works with besides its store.
 *
 * @param budget for timers
 * @param sweepBudget for what goes through all customers, which timers can't use up
 * @param messageInterval how long a message may wait for its commit
 */
record TaskTools(EngineParts parts, SliceBudget budget, SliceBudget sweepBudget, Duration messageInterval) {

    static TaskTools of(EngineParts parts, Duration messageInterval) {
        Duration slice = parts.limits().slice();
        return new TaskTools(
                parts,
                new SliceBudget(CustomerProcessor.PUNCTUATION, slice),
                new SliceBudget(CustomerProcessor.PUNCTUATION, slice),
                messageInterval);
    }
}
