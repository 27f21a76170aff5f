package dev.safar.benchmarks.report;

import java.util.Locale;

/** Figures as people read them. */
public final class Numbers {

    private Numbers() {}

    /** A whole number, such as {@code 93,500}. */
    public static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With one digit behind the point. */
    public static String one(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** With two digits behind the point. */
    public static String two(double number) {
        return String.format(Locale.ROOT, "%,.2f", number);
    }

    /** Bytes as megabytes. */
    public static String megabytes(long bytes) {
        return whole(bytes / (double) (1 << 20)) + " MB";
    }
}
