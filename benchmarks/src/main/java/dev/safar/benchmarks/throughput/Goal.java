package dev.safar.benchmarks.throughput;

import dev.safar.benchmarks.contender.Contenders;
import dev.safar.benchmarks.load.Mix;
import dev.safar.benchmarks.report.Verdict;
import dev.safar.benchmarks.throughput.Throughput.Result;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Safar has to reach beside another contender, in events a second and in processor time.
 *
 * @param share of the other's; 2 is twice as good
 */
record Goal(Mix mix, Contenders beside, double share) {

    private static final List<Goal> ALL = List.of(
            new Goal(Mix.DENSE, Contenders.READ_MODIFY_WRITE, 0.8),
            new Goal(Mix.DENSE, Contenders.TIMER_MOVE, 1),
            new Goal(Mix.RECORDED, Contenders.READ_MODIFY_WRITE, 2),
            new Goal(Mix.RECORDED, Contenders.PLAIN_CART, 0.8));

    /** Those that can be told from these figures, a line with its end each. */
    static List<String> judge(Result result) {
        return ALL.stream()
                .filter(goal -> goal.mix() == result.mix())
                .flatMap(goal -> goal.of(result).stream())
                .toList();
    }

    private Stream<String> lines(Cost safar, Cost other) {
        return Stream.of(
                line("events/s", safar.eventsPerSecond() / other.eventsPerSecond()),
                line("CPU per event", other.cpuMicros() / safar.cpuMicros()));
    }

    private List<String> of(Result result) {
        Optional<Cost> safar = result.of(Contenders.SAFAR);
        Optional<Cost> other = result.of(beside);
        return safar.isPresent() && other.isPresent()
                ? lines(safar.get(), other.get()).toList()
                : List.of();
    }

    private String line(String what, double reached) {
        return Verdict.atLeast("of (%d) in %s".formatted(beside.number(), what), reached, share);
    }
}
