package dev.safar.standalone.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says how far a run is: over and over on one line of a terminal, else with a new line every few seconds. */
final class Progress {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_FILE = Duration.ofSeconds(5);
    private static final int BAR = 30;

    private final PrintWriter out;
    private final Style style;
    private final Instant first;
    private final Instant last;
    private long shownAt;

    /** How to show it. */
    enum Style {
        TERMINAL(ON_TERMINAL),
        FILE(IN_FILE);

        private final Duration pause;

        Style(Duration pause) {
            this.pause = pause;
        }
    }

    /**
     * @param first virtual time of the beginning
     * @param last virtual time of the end
     */
    Progress(PrintWriter out, Style style, Instant first, Instant last) {
        this.out = out;
        this.style = style;
        this.first = first;
        this.last = last;
        this.shownAt = System.nanoTime() - style.pause.toNanos();
    }

    /** Shows where the run is, unless it has just been shown. */
    void show(Instant now, int events, int messages) {
        if (System.nanoTime() - shownAt < style.pause.toNanos()) {
            return;
        }
        shownAt = System.nanoTime();
        String line = line(now, events, messages);
        if (style == Style.TERMINAL) {
            out.print("\r" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Ends the line. */
    void done(int events, int messages) {
        out.println((style == Style.TERMINAL ? "\r" : "") + line(last, events, messages));
        out.flush();
    }

    String line(Instant now, int events, int messages) {
        double share = (double) Duration.between(first, now).toMillis()
                / Math.max(1, Duration.between(first, last).toMillis());
        int filled = (int) (share * BAR);
        return String.format(
                Locale.ROOT,
                "%s  [%s%s] %3d %%  %,6d events  %,5d messages",
                DATE.format(now),
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                (int) (share * 100),
                events,
                messages);
    }
}
