package dev.safar.engine.streams;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a thread may do what can wait before it turns to events again: one slice in a window. All tasks of a thread draw on the
 * same time: their punctuations run one after another.
 */
final class SliceBudget {

    /** Commits take about as long as what they are for, and whoever counts on idle time must leave time for both. */
    private static final int COMMITS_TOO = 2;

    private final ThreadLocal<Window> windows;
    private final LongSupplier nanos;
    private final long windowNanos;
    private final long sliceNanos;
    private final boolean whileIdle;

    private static final class Window {
        private long began;
        private long used;
        private long elsewhere;

        Window(long began) {
            this.began = began;
        }
    }

    private SliceBudget(Duration window, Duration slice, boolean whileIdle, LongSupplier nanos) {
        this.windowNanos = window.toNanos();
        this.sliceNanos = slice.toNanos();
        this.whileIdle = whileIdle;
        this.nanos = nanos;
        this.windows = ThreadLocal.withInitial(() -> new Window(nanos.getAsLong()));
    }

    /**
     * One slice in a window, whatever else there is to do or not.
     *
     * @param nanos the time, such as {@link System#nanoTime}
     */
    static SliceBudget fixed(Duration window, Duration slice, LongSupplier nanos) {
        return new SliceBudget(window, slice, false, nanos);
    }

    /** The same, and further slices while all else takes so little of the window that the thread would stand idle. */
    static SliceBudget withIdleTime(Duration window, Duration slice, LongSupplier nanos) {
        return new SliceBudget(window, slice, true, nanos);
    }

    /** The moment, by the same clock, at which this thread's slice is used up. */
    long begin() {
        Window window = windows.get();
        long now = nanos.getAsLong();
        if (now - window.began > windowNanos) {
            window.began = now;
            window.used = 0;
            window.elsewhere = 0;
        }
        long idle = whileIdle ? now - window.began - COMMITS_TOO * window.elsewhere : 0;
        long granted = Math.max(sliceNanos, idle) - window.used;
        return now + Math.max(0, Math.min(sliceNanos, granted));
    }

    /** Books what was used since {@code began}. */
    void end(long began) {
        windows.get().used += nanos.getAsLong() - began;
    }

    /** Books what something else has taken since {@code began}. */
    void elsewhere(long began) {
        windows.get().elsewhere += nanos.getAsLong() - began;
    }
}
