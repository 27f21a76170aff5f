package dev.safar.ingest.publish;

/** What became of events handed to {@link EventPublisher}. */
public enum Publication {
    /** Every one of them is in the log, on all replicas that are in sync. */
    ACKNOWLEDGED,
    /** None was handed on: too much is on its way already. */
    OVERLOADED,
    /** At least one wasn't acknowledged in time; any of them may be in the log nevertheless. */
    UNAVAILABLE
}
