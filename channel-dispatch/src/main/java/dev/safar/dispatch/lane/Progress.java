package dev.safar.dispatch.lane;

import java.util.TreeSet;

/** Which messages of a partition are finished, in whatever order. */
final class Progress {

    private final TreeSet<Long> unfinished = new TreeSet<>();
    private long next;

    Progress(long start) {
        this.next = start;
    }

    synchronized void begin(long offset) {
        unfinished.add(offset);
        next = offset + 1;
    }

    synchronized void finish(long offset) {
        unfinished.remove(offset);
    }

    synchronized boolean idle() {
        return unfinished.isEmpty();
    }

    /** Everything below is finished. */
    synchronized long committable() {
        return unfinished.isEmpty() ? next : unfinished.first();
    }
}
