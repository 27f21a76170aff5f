package dev.safar.standalone.cli;

import dev.safar.standalone.backtest.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;

/** Says how far a backtest is, over and over on one line of a terminal. */
final class ProgressLine implements Progress {

    private static final long PAUSE_NANOS = 200_000_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEGA = 1e6;
    private static final int BAR = 30;

    private final PrintWriter terminal;
    private final OptionalLong size;
    private final long started = System.nanoTime();
    private long livedSince;
    private long shownAt = started - PAUSE_NANOS;

    ProgressLine(PrintWriter terminal, OptionalLong size) {
        this.terminal = terminal;
        this.size = size;
    }

    @Override
    public synchronized void read(long bytes, long events) {
        if (isDue()) {
            String of = size.isPresent()
                    ? bar(bytes, size.getAsLong()) + String.format(Locale.ROOT, " of %,.0f MB", size.getAsLong() / MEGA)
                    : String.format(Locale.ROOT, "%,.0f MB", bytes / MEGA);
            show("reading " + of, events, started);
        }
    }

    @Override
    public void lived(long events, long of) {
        boolean last = events == of;
        if ((events & 0x3ff) == 0 || last) {
            show(events, of, last);
        }
    }

    private synchronized void show(long events, long of, boolean last) {
        livedSince = livedSince == 0 ? System.nanoTime() : livedSince;
        if (last) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        } else if (isDue()) {
            show("living  " + bar(events, of), events, livedSince);
        }
    }

    private boolean isDue() {
        return System.nanoTime() - shownAt >= PAUSE_NANOS;
    }

    private void show(String what, long events, long since) {
        shownAt = System.nanoTime();
        double seconds = Math.max(1, shownAt - since) / NANOS_PER_SECOND;
        terminal.print(
                String.format(Locale.ROOT, "\r%s  %,d events, %,.0f a second\u001b[K", what, events, events / seconds));
        terminal.flush();
    }

    private static String bar(long done, long of) {
        double share = of == 0 ? 1 : Math.min(1, (double) done / of);
        int filled = (int) (share * BAR);
        return String.format(Locale.ROOT, "[%s%s] %3.0f %%", "#".repeat(filled), ".".repeat(BAR - filled), share * 100);
    }
}
