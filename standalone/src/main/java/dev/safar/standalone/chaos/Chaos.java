package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.fault.FaultPlan;
import dev.safar.standalone.chaos.fault.Targets;
import dev.safar.standalone.chaos.load.ShopLoad;
import dev.safar.standalone.chaos.process.Cluster;
import dev.safar.standalone.chaos.process.ClusterPlan.Settings;
import dev.safar.standalone.chaos.process.ManagedProcess;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Breaks a cluster on loopback, round after round, while a shop's events come in, and checks what came of it. */
public final class Chaos {

    private static final Duration LOAD = Duration.ofSeconds(8);
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET_PATIENCE = Duration.ofSeconds(90);
    private static final Duration ALIVE_PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> BROKERS = Map.of(
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
    private static final Map<String, String> ENGINES = Map.of(
            "safar.engine.session-timeout",
            Targets.ENGINE_SESSION.toSeconds() + "s",
            "safar.engine.transaction-timeout",
            "10s");

    private final ChaosOptions options;
    private final InstantSource clock;
    private final Report report;

    public Chaos(ChaosOptions options, InstantSource clock, PrintWriter out) {
        this.options = options;
        this.clock = clock;
        this.report = new Report(out);
    }

    /** All rounds, up to the first that fails; whether none did. */
    public boolean run() throws InterruptedException {
        Instant start = clock.instant();
        return Scene.play(setting(), START_PATIENCE, clock, scene -> {
            List<RoundResult> rounds = rounds(scene);
            report.summary(rounds, Duration.between(start, clock.instant()));
            RoundResult last = rounds.get(rounds.size() - 1);
            if (!last.passed()) {
                report.lookHere(last, options);
            }
            return last.passed();
        });
    }

    private List<RoundResult> rounds(Scene scene) throws InterruptedException {
        Striker striker = new Striker(scene, clock);
        List<RoundResult> rounds = new ArrayList<>();
        for (int number = 1; number <= options.rounds().count(); number++) {
            RoundResult round = round(number, scene, striker);
            report.round(round);
            rounds.add(round);
            if (!round.passed()) {
                break;
            }
        }
        return rounds;
    }

    private RoundResult round(int number, Scene scene, Striker striker) throws InterruptedException {
        long seed = options.rounds().seed() + number - 1;
        Instant start = clock.instant();
        int acceptedBefore = scene.load().accepted().size();
        int againBefore = scene.load().postedAgain();
        int messagesBefore = scene.inspector().messages();
        int recognisedBefore = scene.providers().recognised();
        scene.cluster().engines().forEach(engine -> scene.watch().partitionsOf(engine.name()));
        scene.load().start(new ShopLoad.Plan("c" + seed, seed, options.customers(), LOAD));
        List<Struck> faults = strike(options.rounds().plan(seed, targets()), striker);
        List<String> restarts = supervisor(scene.cluster()).settle(ALIVE_PATIENCE);
        List<String> stuck = scene.awaitQuiet(QUIET_PATIENCE);
        return new RoundResult(
                number,
                seed,
                faults,
                new RoundResult.Figures(
                        scene.load().accepted().size() - acceptedBefore,
                        scene.load().postedAgain() - againBefore,
                        scene.inspector().messages() - messagesBefore,
                        scene.providers().recognised() - recognisedBefore,
                        Duration.between(start, clock.instant())),
                stuck,
                scene.inspector().findings(),
                scene.watch().recoveries(),
                restarts);
    }

    private List<Struck> strike(FaultPlan plan, Striker striker) throws InterruptedException {
        List<Struck> done = new ArrayList<>();
        for (FaultPlan.Step step : plan.steps()) {
            TimeUnit.MILLISECONDS.sleep(step.pause().toMillis());
            done.add(striker.strike(step.fault()));
        }
        return done;
    }

    private Supervisor supervisor(Cluster cluster) {
        Set<String> wanted = cluster.services()
                .map(ManagedProcess::name)
                .filter(name -> !name.startsWith("engine-")
                        || Integer.parseInt(name.substring(7)) <= options.size().engines())
                .collect(Collectors.toSet());
        return new Supervisor(cluster, wanted);
    }

    private Targets targets() {
        return new Targets(
                options.size().brokers(),
                options.size().engines(),
                options.size().dispatchers());
    }

    private Scene.Setting setting() {
        return new Scene.Setting(
                options.home(),
                options.folder(),
                options.size(),
                Set.of(Targets.LINKED_ENGINE, Targets.LINKED_DISPATCHER),
                new Settings(BROKERS, ENGINES, Providers.DISPATCHERS));
    }
}
