package dev.safar.standalone.backtest;

/** A line that is no call that could be used, and why. */
public record BadLine(long line, String problem) implements Comparable<BadLine> {

    @Override
    public int compareTo(BadLine other) {
        return Long.compare(line, other.line);
    }
}
