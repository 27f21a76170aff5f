package dev.safar.engine.streams;

import java.time.Instant;

/** Where a task's ticks go: into its own partition of the events. */
@FunctionalInterface
interface TickSink {

    /** Never waits long and never fails: a tick that is lost is followed by another. */
    void write(int partition, Instant at);
}
