package dev.safar.engine.streams;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a thread may do what can wait before it turns to events again: one slice in a window, and two while events don't wait.
 * All tasks of a thread draw on the same time: their punctuations run one after another.
 */
final class SliceBudget {

    private static final int SLICES_WHILE_NOTHING_WAITS = 2;

    private final ThreadLocal<Window> windows;
    private final LongSupplier nanos;
    private final long windowNanos;
    private final long sliceNanos;

    private static final class Window {
        private long began;
        private long used;

        Window(long began) {
            this.began = began;
        }
    }

    /** @param nanos the time, such as {@link System#nanoTime} */
    SliceBudget(Duration window, Duration slice, LongSupplier nanos) {
        this.windowNanos = window.toNanos();
        this.sliceNanos = slice.toNanos();
        this.nanos = nanos;
        this.windows = ThreadLocal.withInitial(() -> new Window(nanos.getAsLong()));
    }

    /**
     * The moment, by the same clock, at which this thread's slice is used up.
     *
     * @param eventsWait whether events stand behind what this thread does, so that they need all but one slice of the window
     */
    long begin(boolean eventsWait) {
        Window window = windows.get();
        long now = nanos.getAsLong();
        long length = eventsWait ? windowNanos : windowNanos / SLICES_WHILE_NOTHING_WAITS;
        if (now - window.began > length) {
            window.began = now;
            window.used = 0;
        }
        return now + Math.max(0, sliceNanos - window.used);
    }

    /** Books what was used since {@code began}. */
    void end(long began) {
        windows.get().used += nanos.getAsLong() - began;
    }
}
