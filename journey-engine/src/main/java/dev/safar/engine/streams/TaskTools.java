package dev.safar.engine.streams;

import java.time.Duration;

/**
 * What a task works with besides its store.
 *
 * @param budget for timers
 * @param sweepBudget for what goes through all customers, which timers can't use up
 */
record TaskTools(EngineParts parts, SliceBudget budget, SliceBudget sweepBudget) {

    static TaskTools of(EngineParts parts) {
        Duration slice = parts.limits().slice();
        return new TaskTools(
                parts,
                new SliceBudget(CustomerProcessor.PUNCTUATION, slice),
                new SliceBudget(CustomerProcessor.PUNCTUATION, slice));
    }
}
