package dev.safar.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;

/** How values are spread; a percentile is the smallest value that so many are not above. */
public record Distribution(long count, double p50, double p99, double max) {

    public static Distribution of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to describe");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Distribution(
                sorted.length, percentile(sorted, 50), percentile(sorted, 99), sorted[sorted.length - 1]);
    }

    private static double percentile(double[] sorted, int percent) {
        long rank = (sorted.length * (long) percent + 99) / 100;
        return sorted[(int) Math.max(rank, 1) - 1];
    }
}
