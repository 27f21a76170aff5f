package dev.safar.engine.streams;

import dev.safar.engine.state.Place;
import dev.safar.engine.state.Tally;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How far one task is: written by its thread, read by others. */
final class TaskStatus {

    private final int partition;
    private final Supplier<Tally> tally;
    private final Supplier<Map<Place, Long>> places;
    private volatile Progress progress = new Progress(Optional.empty(), Optional.empty(), false, 0);

    /**
     * A moment of a task.
     *
     * @param nextDue when the next timer is due
     * @param safe the latest tick that came back through the log
     * @param caughtUp a tick has come back fresh since the task was assigned: no backlog is left
     * @param sweeps how many ways through all customers are under way
     */
    record Progress(Optional<Instant> nextDue, Optional<Instant> safe, boolean caughtUp, int sweeps) {}

    TaskStatus(int partition, Supplier<Tally> tally, Supplier<Map<Place, Long>> places) {
        this.partition = partition;
        this.tally = tally;
        this.places = places;
    }

    void report(Optional<Instant> nextDue, Optional<Instant> safe, boolean fresh, int sweeps) {
        progress = new Progress(nextDue, safe, fresh || progress.caughtUp(), sweeps);
    }

    int partition() {
        return partition;
    }

    Tally tally() {
        return tally.get();
    }

    /** How many runs wait where. */
    Map<Place, Long> places() {
        return places.get();
    }

    Progress progress() {
        return progress;
    }
}
