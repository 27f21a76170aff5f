package dev.safar.engine.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One seed: some days of a shop with all that can go wrong, and everything that must be true of them. */
final class Simulation {

    private static final EngineLimits UNLIMITED = JourneySimulation.UNHURRIED;

    /** It costs as much as the simulation itself. */
    private static final int SEEDS_PER_COMPARISON = 4;

    private Simulation() {}

    /** Runs a seed and gives what was not as it must be. */
    static List<String> problemsOf(long seed) {
        SimulatedDays days = SimulatedDays.of(seed);
        List<String> problems = new ArrayList<>(days.problems());
        List<SimulatedPartition> partitions = days.cluster().partitions();
        for (SimulatedPartition partition : partitions) {
            problems.addAll(StateCheck.of(partition));
            problems.addAll(StateCheck.inLine(partition, days.cluster().workspace()));
            problems.addAll(OutboxCheck.of(partition));
            problems.addAll(LifeCheck.of(partition));
        }
        if (seed % SEEDS_PER_COMPARISON == 0) {
            List<SimulatedPartition> undisturbed = undisturbed(partitions);
            for (SimulatedPartition partition : partitions) {
                problems.addAll(LifeCheck.compare(partition, undisturbed.get(partition.number())));
            }
        }
        return problems;
    }

    /** The same logs in an engine that reads each record as it is appended and is never interrupted. */
    private static List<SimulatedPartition> undisturbed(List<SimulatedPartition> partitions) {
        var cluster = new SimulatedCluster(partitions.size(), UNLIMITED);
        cluster.startEngine(Duration.ZERO);
        SimulatedEngine engine = cluster.engines().get(0);
        cluster.assign(engine);
        for (SimulatedTask task : engine.tasks()) {
            SimulatedLog log = task.partition().log();
            for (SimulatedLog.Entry entry :
                    partitions.get(task.partition().number()).log().entries()) {
                log.copy(entry);
                cluster.clock().set(clockThatTookIn(entry));
                task.deliver();
            }
        }
        engine.commit();
        return cluster.partitions();
    }

    /** A tick of an engine whose clock is fast counts in that engine. */
    private static Instant clockThatTookIn(SimulatedLog.Entry entry) {
        return entry.content() instanceof SimulatedLog.Content.Time tick
                        && tick.at().isAfter(entry.appended())
                ? tick.at()
                : entry.appended();
    }
}
