package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.report.Grid;
import dev.safar.benchmarks.report.Numbers;
import dev.safar.benchmarks.throughput.Throughput.Lap;
import dev.safar.benchmarks.throughput.Throughput.Result;
import java.util.Optional;

/** The comparison as a table. */
public final class ThroughputText {

    private ThroughputText() {}

    /** Each contender's figures, and what Safar is of them: above 1 it is the better one. */
    public static String of(Result result) {
        var grid = new Grid(
                result.mix().label(),
                "seconds",
                "events/s",
                "CPU µs/event",
                "broker µs/event",
                "bytes allocated/event",
                "peak heap",
                "peak RSS",
                "Safar in events/s",
                "Safar in CPU");
        Optional<Cost> safar = result.of(Contenders.SAFAR);
        for (Lap lap : result.laps()) {
            Cost cost = lap.cost();
            grid.row(
                    "(" + lap.contender().number() + ") " + lap.contender().title(),
                    Numbers.one(cost.seconds()),
                    Numbers.whole(cost.eventsPerSecond()),
                    Numbers.two(cost.cpuMicros()),
                    Numbers.two(cost.brokerCpuMicros()),
                    Numbers.whole(cost.allocatedBytes()),
                    Numbers.megabytes(cost.peakHeap()),
                    Numbers.megabytes(cost.peakResident()),
                    safar.map(mine -> Numbers.two(mine.eventsPerSecond() / cost.eventsPerSecond()))
                            .orElse(""),
                    safar.map(mine -> Numbers.two(cost.cpuMicros() / mine.cpuMicros()))
                            .orElse(""));
        }
        String goals = String.join("", Goal.judge(result));
        return grid.text()
                + goals
                + "%s events of %s bytes of %s customers\n"
                        .formatted(
                                Numbers.whole(result.events()),
                                Numbers.whole(result.bytesPerEvent()),
                                Numbers.whole(result.customers()));
    }
}
