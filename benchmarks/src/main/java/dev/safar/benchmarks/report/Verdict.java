package dev.safar.benchmarks.report;

import java.util.Locale;

/** Whether a goal was met, a line with its end. */
public final class Verdict {

    private Verdict() {}

    /**
     * Of a figure that shall be large.
     *
     * @param what it is, with its unit, such as {@code of (2) in events/s}
     */
    public static String atLeast(String what, double reached, double wanted) {
        return line(reached >= wanted, Numbers.two(reached) + " " + what, "at least " + Numbers.two(wanted));
    }

    /** Of milliseconds that shall be few. */
    public static String below(String what, double reachedMillis, double wantedMillis) {
        return line(
                reachedMillis < wantedMillis,
                what + " " + Numbers.whole(reachedMillis) + " ms",
                "below " + Numbers.whole(wantedMillis));
    }

    private static String line(boolean met, String reached, String wanted) {
        return String.format(Locale.ROOT, "goal %s: %s, wanted %s\n", met ? "met" : "MISSED", reached, wanted);
    }
}
