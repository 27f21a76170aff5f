package dev.safar.engine.streams;

import dev.safar.engine.streams.SimulatedCluster.UnwrittenTick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Some days of a shop, by chance: what happens next is drawn from the seed. */
final class SimulatedDays {

    private static final int MOST_STEPS = 120;
    private static final int STEPS_PER_CHECK = 50;
    private static final int ENGINES = 3;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(11),
            Duration.ofMinutes(1),
            Duration.ofMinutes(45),
            Duration.ofHours(3),
            Duration.ofHours(20));

    private final Chance chance;
    private final SimulatedCluster cluster;
    private final SimulatedShop shop;
    private final int customers;
    private final List<String> story = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private SimulatedDays(long seed) {
        chance = new Chance(seed);
        var limits = new EngineLimits(
                chance.of(List.of(1, 2, 1_000)),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                chance.of(List.of(1, 3, 1_000)));
        cluster = new SimulatedCluster(1 + chance.below(3), limits);
        shop = new SimulatedShop(chance, cluster.partitions(), cluster.clock());
        customers = 1 + chance.below(6);
    }

    /** Lives through the days of a seed, until nothing is due any more. */
    static SimulatedDays of(long seed) {
        var days = new SimulatedDays(seed);
        days.shop.open(days.customers);
        int steps = 1 + days.chance.below(MOST_STEPS);
        for (int i = 1; i <= steps; i++) {
            days.step();
            if (i % STEPS_PER_CHECK == 0) {
                days.check();
            }
        }
        days.check();
        days.tell("calm");
        days.cluster.settle();
        return days;
    }

    SimulatedCluster cluster() {
        return cluster;
    }

    /** What was not as it must be on the way. */
    List<String> problems() {
        return problems;
    }

    /** What happened, for who has to find out why something went wrong. */
    List<String> story() {
        return story;
    }

    private void check() {
        cluster.partitions().forEach(partition -> problems.addAll(StateCheck.of(partition)));
    }

    private void step() {
        switch (chance.pick(30, 25, 15, 12, 10, 8, 3, 2, 2, 2, 2, 1, 1)) {
            case 0 -> shop.happen(customers);
            case 1 -> deliver();
            case 2 -> punctuate();
            case 3 -> pass();
            case 4 -> tick();
            case 5 -> commit();
            case 6 -> crash();
            case 7 -> suspect();
            case 8 -> move();
            case 9 -> loseTicks();
            case 10 -> failStore();
            case 11 -> publish();
            default -> shop.talkNonsense();
        }
        assign();
    }

    private void deliver() {
        List<SimulatedTask> tasks =
                cluster.tasks().stream().filter(SimulatedTask::hasBacklog).toList();
        if (tasks.isEmpty()) {
            return;
        }
        SimulatedTask task = chance.of(tasks);
        int most = chance.oneIn(3) ? 1_000 : 1 + chance.below(4);
        long from = task.position();
        cluster.engineOf(task).attempt(() -> {
            for (int i = 0; i < most && task.hasBacklog(); i++) {
                task.deliver();
            }
        });
        tell("deliver " + task.partition().number() + " from " + from + " to " + task.position());
    }

    private void punctuate() {
        if (!cluster.tasks().isEmpty()) {
            SimulatedTask task = chance.of(cluster.tasks());
            cluster.engineOf(task).attempt(task::punctuate);
            tell("punctuate " + task.partition().number());
        }
    }

    private void pass() {
        Duration pause = chance.of(PAUSES);
        cluster.pass(pause);
        tell("pass " + pause);
    }

    /** A tick comes to stand in the log, or comes to stand there twice; how long it has been on its way is chance. */
    private void tick() {
        List<UnwrittenTick> ticks = cluster.unwrittenTicks();
        if (ticks.isEmpty()) {
            return;
        }
        UnwrittenTick tick = chance.of(ticks);
        if (!chance.oneIn(6)) {
            ticks.remove(tick);
        }
        cluster.write(tick);
        tell("write " + tick);
    }

    private void loseTicks() {
        cluster.unwrittenTicks().clear();
    }

    private void commit() {
        List<SimulatedEngine> working = working();
        if (!working.isEmpty()) {
            SimulatedEngine engine = chance.of(working);
            tell("commit " + numbers(engine));
            engine.commit();
        }
    }

    private void crash() {
        List<SimulatedEngine> working = working();
        if (!working.isEmpty()) {
            SimulatedEngine engine = chance.of(working);
            tell("crash " + numbers(engine));
            cluster.crash(engine);
        }
    }

    private void suspect() {
        if (!cluster.engines().isEmpty()) {
            SimulatedEngine engine = chance.of(cluster.engines());
            tell("suspect " + numbers(engine));
            cluster.suspect(engine);
        }
    }

    /** A task goes from one engine to another, as when one is added. */
    private void move() {
        List<SimulatedTask> tasks =
                cluster.tasks().stream().filter(task -> !task.isFenced()).toList();
        if (!tasks.isEmpty()) {
            SimulatedTask task = chance.of(tasks);
            tell("move " + task.partition().number());
            SimulatedEngine engine = cluster.engineOf(task);
            engine.commit();
            if (engine.tasks().contains(task)) {
                engine.handOver(task);
            }
        }
    }

    private void failStore() {
        if (!cluster.tasks().isEmpty()) {
            SimulatedTask task = chance.of(cluster.tasks());
            task.store().failAfter(chance.below(8));
            tell("store of " + task.partition().number() + " will fail");
        }
    }

    private void publish() {
        cluster.publish(chance.of(SimulatedWorkspaces.ALL));
        tell("publish");
    }

    /** Partitions without a task come to some engine, though not at once. */
    private void assign() {
        boolean unowned = cluster.partitions().stream().anyMatch(SimulatedPartition::isUnowned);
        if (!unowned || !chance.oneIn(3)) {
            return;
        }
        if (cluster.engines().size() < ENGINES && (cluster.engines().isEmpty() || chance.oneIn(2))) {
            cluster.startEngine(Duration.ofMillis(chance.below(4_000) - 2_000));
        }
        SimulatedEngine engine = chance.of(cluster.engines());
        cluster.assign(engine);
        tell("assign " + numbers(engine));
    }

    private List<SimulatedEngine> working() {
        List<SimulatedEngine> working = new ArrayList<>(cluster.engines());
        working.addAll(cluster.zombies());
        return working;
    }

    private static List<Integer> numbers(SimulatedEngine engine) {
        return engine.tasks().stream().map(task -> task.partition().number()).toList();
    }

    private void tell(String what) {
        story.add(cluster.clock().instant() + " " + what);
    }
}
