package dev.safar.engine.streams;

import java.time.Duration;

/**
 * How long a thread may fire timers before it turns to events again. All tasks of a thread draw on the same time: their
 * punctuations run one after another.
 */
final class SliceBudget {

    private final ThreadLocal<Window> windows = ThreadLocal.withInitial(Window::new);
    private final long windowNanos;
    private final long sliceNanos;

    private static final class Window {
        private long began = System.nanoTime();
        private long used;
    }

    /**
     * @param window in which the slice is granted once
     */
    SliceBudget(Duration window, Duration slice) {
        this.windowNanos = window.toNanos();
        this.sliceNanos = slice.toNanos();
    }

    /** The moment, on {@link System#nanoTime}, at which this thread's slice is used up. */
    long begin() {
        Window window = windows.get();
        long now = System.nanoTime();
        if (now - window.began > windowNanos) {
            window.began = now;
            window.used = 0;
        }
        return now + Math.max(0, sliceNanos - window.used);
    }

    /** Books what was used since {@code began}. */
    void end(long began) {
        windows.get().used += System.nanoTime() - began;
    }
}
