package dev.safar.engine.streams;

/** What a task works with besides its store. */
record TaskTools(EngineParts parts, SliceBudget budget) {}
