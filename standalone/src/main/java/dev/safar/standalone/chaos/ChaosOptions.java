package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.fault.FaultKind;
import dev.safar.standalone.chaos.fault.FaultPlan;
import dev.safar.standalone.chaos.fault.Targets;
import dev.safar.standalone.chaos.process.ClusterPlan;
import java.nio.file.Path;
import java.util.List;

/**
 * What chaos is told.
 *
 * @param home where Safar and its services are built
 * @param folder for everything, emptied by whoever calls
 * @param size of the cluster
 * @param customers of a round
 */
public record ChaosOptions(Path home, Path folder, Rounds rounds, ClusterPlan.Size size, int customers) {

    /**
     * The rounds.
     *
     * @param seed of the first; each next has the next one
     * @param faults of every round; none where each draws its own
     */
    public record Rounds(int count, long seed, List<FaultKind> faults) {

        public Rounds {
            faults = List.copyOf(faults);
        }

        FaultPlan plan(long round, Targets targets) {
            return faults.isEmpty() ? FaultPlan.draw(round, targets) : FaultPlan.of(round, targets, faults);
        }
    }
}
