package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.process.Figures;

/** At one moment: how far a contender was, and what it and the broker had used until then. */
record Sample(long nanos, long processed, Figures contender, Figures broker) {}
