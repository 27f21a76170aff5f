package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.check.Inspector;
import dev.safar.standalone.chaos.check.Outages;
import dev.safar.standalone.chaos.check.Outages.Outage;
import dev.safar.standalone.chaos.fault.FaultPlan;
import dev.safar.standalone.chaos.fault.Targets;
import dev.safar.standalone.chaos.load.MailReader;
import dev.safar.standalone.chaos.load.ShopLoad;
import dev.safar.standalone.chaos.process.Cluster;
import dev.safar.standalone.chaos.process.ClusterPlan;
import dev.safar.standalone.chaos.process.ClusterPlan.Settings;
import dev.safar.standalone.chaos.process.ManagedProcess;
import dev.safar.standalone.chaos.process.Programs;
import dev.safar.standalone.chaos.process.Service;
import dev.safar.standalone.chaos.recovery.Offsets;
import dev.safar.standalone.chaos.recovery.RecoveryWatch;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private static final Map<String, String> DISPATCHERS =
            Map.of("safar.dispatch.sms.provider", "kavenegar", "safar.dispatch.sms.secret", "chaos");

    private final ChaosOptions options;
    private final InstantSource clock;
    private final Report report;
    private final List<Outage> outages = new CopyOnWriteArrayList<>();

    public Chaos(ChaosOptions options, InstantSource clock, PrintWriter out) {
        this.options = options;
        this.clock = clock;
        this.report = new Report(out);
    }

    /** All rounds, up to the first that fails; whether none did. */
    public boolean run() throws InterruptedException {
        Instant start = clock.instant();
        try (Providers providers = Providers.start(options.folder().resolve("mailbox"), clock);
                Cluster cluster = Cluster.startBrokers(plan(providers))) {
            ShopWorkspace.publish(cluster.bootstrapServers());
            cluster.startServices();
            awaitReady(cluster);
            List<RoundResult> rounds = rounds(cluster, providers);
            report.summary(rounds, Duration.between(start, clock.instant()));
            RoundResult last = rounds.get(rounds.size() - 1);
            if (!last.passed()) {
                report.lookHere(last, options);
            }
            return last.passed();
        }
    }

    private List<RoundResult> rounds(Cluster cluster, Providers providers) throws InterruptedException {
        List<RoundResult> rounds = new ArrayList<>();
        try (ShopLoad load = new ShopLoad(cluster.ingest().url(), Cluster.WRITE_KEY, clock);
                MailReader readers = MailReader.start(providers.mailbox());
                Offsets offsets =
                        new Offsets(cluster.bootstrapServers(), options.size().partitions());
                RecoveryWatch watch = RecoveryWatch.start(offsets);
                Inspector inspector = new Inspector(
                        cluster,
                        offsets,
                        new Inspector.Sources(
                                load::accepted, providers.mailbox()::entries, () -> new Outages(outages)))) {
            Striker striker = new Striker(cluster, providers, watch, outages, clock);
            Scene scene = new Scene(cluster, load, readers, watch, inspector, striker);
            for (int number = 1; number <= options.rounds().count(); number++) {
                RoundResult round = round(number, scene);
                report.round(round);
                rounds.add(round);
                if (!round.passed()) {
                    break;
                }
            }
        }
        return rounds;
    }

    /** What a round works with. */
    private record Scene(
            Cluster cluster,
            ShopLoad load,
            MailReader readers,
            RecoveryWatch watch,
            Inspector inspector,
            Striker striker) {}

    private RoundResult round(int number, Scene scene) throws InterruptedException {
        long seed = options.rounds().seed() + number - 1;
        Instant start = clock.instant();
        int acceptedBefore = scene.load().accepted().size();
        int againBefore = scene.load().postedAgain();
        int messagesBefore = scene.inspector().messages();
        int recognisedBefore = scene.striker().providers().recognised();
        scene.cluster().engines().forEach(engine -> scene.watch().partitionsOf(engine.name()));
        scene.load().start(new ShopLoad.Plan("c" + seed, seed, options.customers(), LOAD));
        List<String> faults = strike(options.rounds().plan(seed, targets()), scene);
        List<String> restarts = supervisor(scene.cluster()).settle(ALIVE_PATIENCE);
        boolean posted = scene.load().await(QUIET_PATIENCE);
        List<String> stuck = posted ? scene.inspector().awaitQuiet(QUIET_PATIENCE) : List.of("ingest takes no events");
        return new RoundResult(
                number,
                seed,
                faults,
                new RoundResult.Figures(
                        scene.load().accepted().size() - acceptedBefore,
                        scene.load().postedAgain() - againBefore,
                        scene.inspector().messages() - messagesBefore,
                        scene.striker().providers().recognised() - recognisedBefore,
                        Duration.between(start, clock.instant())),
                stuck,
                scene.inspector().findings(),
                scene.watch().recoveries(),
                restarts);
    }

    private List<String> strike(FaultPlan plan, Scene scene) throws InterruptedException {
        List<String> done = new ArrayList<>();
        for (FaultPlan.Step step : plan.steps()) {
            TimeUnit.MILLISECONDS.sleep(step.pause().toMillis());
            done.add(scene.striker().strike(step.fault()));
        }
        return done;
    }

    private void awaitReady(Cluster cluster) throws InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!cluster.services().allMatch(Service::isReady)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready after " + START_PATIENCE.toSeconds() + " s: "
                        + cluster.services()
                                .filter(service -> !service.isReady())
                                .map(ManagedProcess::name)
                                .collect(Collectors.joining(", "))
                        + "; logs are in " + options.folder());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
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

    private ClusterPlan plan(Providers providers) {
        return new ClusterPlan(
                new Programs(options.home()),
                options.folder().toAbsolutePath(),
                options.size(),
                providers.addresses(),
                Set.of(Targets.LINKED_ENGINE, Targets.LINKED_DISPATCHER),
                new Settings(BROKERS, ENGINES, DISPATCHERS));
    }
}
