package dev.safar.standalone.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a file turned out to hold. Several threads may add to it. */
public final class Intake {

    private static final int BAD_LINES_TOLD = 10;

    private final TreeSet<BadLine> badLines = new TreeSet<>();
    private long badCount;
    private long events;
    private long noticed;
    private Instant first;
    private Instant last;

    /**
     * All of it, when it is read.
     *
     * @param badLines the first ones
     * @param noticed events that some journey can notice
     * @param first when the first event became known
     */
    public record Summary(
            long events,
            long noticed,
            long badCount,
            List<BadLine> badLines,
            Optional<Instant> first,
            Optional<Instant> last) {}

    synchronized void bad(BadLine line) {
        badCount++;
        badLines.add(line);
        if (badLines.size() > BAD_LINES_TOLD) {
            badLines.pollLast();
        }
    }

    synchronized void good(long count, long ofThemNoticed, Instant earliest, Instant latest) {
        events += count;
        noticed += ofThemNoticed;
        first = first == null || earliest.isBefore(first) ? earliest : first;
        last = last == null || latest.isAfter(last) ? latest : last;
    }

    synchronized long events() {
        return events;
    }

    synchronized Summary summary() {
        return new Summary(
                events,
                noticed,
                badCount,
                List.copyOf(badLines),
                Optional.ofNullable(first),
                Optional.ofNullable(last));
    }
}
