package dev.safar.engine.streams;

import dev.safar.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Brokers and engines without either: logs, tasks of the real processor, commits, crashes, assignments and one clock. */
final class SimulatedCluster {

    private static final int ROUNDS = 5_000;

    private final VirtualClock clock = new VirtualClock(JourneySimulation.T0);
    private final List<SimulatedPartition> partitions;
    private final List<SimulatedEngine> engines = new ArrayList<>();
    private final List<SimulatedEngine> zombies = new ArrayList<>();
    private final List<UnwrittenTick> ticks = new ArrayList<>();
    private final SimulatedEngine.Surroundings surroundings;
    private final EngineLimits limits;
    private Workspace workspace = SimulatedWorkspaces.ALL.get(0);

    /** A tick that an engine has handed to its producer. */
    record UnwrittenTick(int partition, Instant at) {}

    SimulatedCluster(int partitions, EngineLimits limits) {
        this.partitions =
                IntStream.range(0, partitions).mapToObj(SimulatedPartition::new).toList();
        this.surroundings = new SimulatedEngine.Surroundings(
                clock, () -> workspace, (partition, at) -> ticks.add(new UnwrittenTick(partition, at)));
        this.limits = limits;
    }

    List<SimulatedPartition> partitions() {
        return partitions;
    }

    VirtualClock clock() {
        return clock;
    }

    List<UnwrittenTick> unwrittenTicks() {
        return ticks;
    }

    /** Engines that work, each with the tasks that it believes to own. */
    List<SimulatedEngine> engines() {
        return engines;
    }

    /** Every task, also those of which another engine has taken the partition. */
    List<SimulatedTask> tasks() {
        return Stream.concat(engines.stream(), zombies.stream())
                .flatMap(engine -> engine.tasks().stream())
                .toList();
    }

    SimulatedEngine engineOf(SimulatedTask task) {
        return Stream.concat(engines.stream(), zombies.stream())
                .filter(engine -> engine.tasks().contains(task))
                .findFirst()
                .orElseThrow();
    }

    List<SimulatedEngine> zombies() {
        return zombies;
    }

    void startEngine(Duration fast) {
        engines.add(new SimulatedEngine(surroundings, fast, limits));
    }

    /** The process is killed. */
    void crash(SimulatedEngine engine) {
        engine.stop();
        engines.remove(engine);
        zombies.remove(engine);
    }

    /** Others believe it to be dead and take its partitions; it goes on. */
    void suspect(SimulatedEngine engine) {
        engines.remove(engine);
        zombies.add(engine);
        engine.tasks().forEach(task -> task.partition().release(task));
    }

    /** Gives partitions without a task to an engine. */
    void assign(SimulatedEngine engine) {
        partitions.stream().filter(SimulatedPartition::isUnowned).forEach(engine::take);
    }

    void publish(Workspace current) {
        workspace = current;
    }

    /** The one that all engines follow. */
    Workspace workspace() {
        return workspace;
    }

    /** The tick comes to stand in the log. */
    void write(UnwrittenTick tick) {
        partitions.get(tick.partition()).log().append(clock.instant(), tick.at());
    }

    void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    /** Calm returns: all that is left is delivered, and time passes until nothing is due any more. */
    void settle() {
        zombies.forEach(SimulatedEngine::commit);
        zombies.clear();
        if (engines.isEmpty()) {
            startEngine(Duration.ZERO);
        }
        assign(engines.get(0));
        for (int round = 0; round < ROUNDS; round++) {
            work();
            Instant due = engines.stream()
                    .map(SimulatedEngine::nextDue)
                    .min(Instant::compareTo)
                    .orElseThrow();
            boolean backlog = tasks().stream().anyMatch(SimulatedTask::hasBacklog);
            if (due.equals(Instant.MAX) && ticks.isEmpty() && !backlog) {
                return;
            }
            Instant now = clock.instant();
            clock.set(due.isAfter(now) && !due.equals(Instant.MAX) ? due : now.plusMillis(400));
        }
        throw new AssertionError("something is due for ever");
    }

    private void work() {
        List<UnwrittenTick> written = List.copyOf(ticks);
        ticks.clear();
        written.forEach(this::write);
        for (SimulatedEngine engine : engines) {
            engine.attempt(() -> engine.tasks().forEach(SimulatedCluster::catchUp));
            engine.commit();
        }
    }

    private static void catchUp(SimulatedTask task) {
        task.punctuate();
        while (task.hasBacklog()) {
            task.deliver();
        }
    }
}
