package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.report.Grid;
import dev.safar.benchmarks.report.Numbers;
import dev.safar.benchmarks.report.Section;
import dev.safar.benchmarks.report.Verdict;
import dev.safar.benchmarks.throughput.Throughput.Result;
import java.util.List;

/** Safar's throughput by the number of customers it knows. */
public final class Growth {

    /** Before the first size, which would be the only cold one: the later ones are measured in the same process. */
    public static final long WARM_UP_EVENTS = 80_000;

    /** Up to five million customers. */
    private static final double WANTED = 0.5;

    private Growth() {}

    /** A row for each number of customers, compared with the first. */
    public static Section section(List<Result> results) {
        var grid = new Grid("customers", "events/s", "of the first", "CPU µs/event", "peak heap", "peak RSS");
        Cost first = results.get(0).of(Contenders.SAFAR).orElseThrow();
        for (Result result : results) {
            Cost cost = result.of(Contenders.SAFAR).orElseThrow();
            grid.row(
                    Numbers.whole(result.customers()),
                    Numbers.whole(cost.eventsPerSecond()),
                    Numbers.two(cost.eventsPerSecond() / first.eventsPerSecond()),
                    Numbers.two(cost.cpuMicros()),
                    Numbers.megabytes(cost.peakHeap()),
                    Numbers.megabytes(cost.peakResident()));
        }
        Result last = results.get(results.size() - 1);
        double share = last.of(Contenders.SAFAR).orElseThrow().eventsPerSecond() / first.eventsPerSecond();
        String label = "of the first in events/s with " + Numbers.whole(last.customers()) + " customers";
        String goal = Verdict.atLeast(label, share, WANTED);
        return new Section("growth", grid.text() + goal, results);
    }
}
