package dev.safar.benchmarks.throughput;

/** A contender was through before there was anything to measure. */
public final class TooFewEventsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooFewEventsException() {
        super("too few events to measure; try --events 1000000");
    }
}
