package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.check.Finding;
import dev.safar.standalone.chaos.load.ShopLoad;
import dev.safar.standalone.chaos.process.Cluster;
import dev.safar.standalone.chaos.process.ClusterPlan;
import dev.safar.standalone.chaos.recovery.EngineCounter;
import dev.safar.standalone.chaos.recovery.Recovery;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Three brokers and three engines lose some of them under load, and how long the work stands still is measured. */
public final class RecoveryDrill {

    private static final ClusterPlan.Size SIZE = new ClusterPlan.Size(3, 3, 1, 6);
    private static final Duration LOAD = Duration.ofSeconds(30);
    private static final Duration BEFORE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** After a broker is back, senders may still be busy with what it broke. */
    private static final Duration AFTERMATH = Duration.ofSeconds(20);

    private static final String ROW = "%-44s %12s %12s %10s %10s%n";
    private static final int SHOWN = 5;
    private static final double MILLIS = 1000.0;

    private final Options options;
    private final InstantSource clock;
    private final PrintWriter out;
    private final EngineCounter restored = EngineCounter.restored();
    private final EngineCounter copied = EngineCounter.copied();

    /**
     * What a drill is told.
     *
     * @param home where Safar and its services are built
     * @param folder for everything, emptied by whoever calls
     * @param customers new ones at each step
     * @param standbys copies of each task's state on other engines
     */
    public record Options(Path home, Path folder, int customers, int standbys) {}

    public RecoveryDrill(Options options, InstantSource clock, PrintWriter out) {
        this.options = options;
        this.clock = clock;
        this.out = out;
    }

    /** Prints a row for each step; whether everything came back and nothing was lost, repeated or wrong. */
    public boolean run() throws InterruptedException {
        return Scene.play(setting(), PATIENCE, clock, this::steps);
    }

    private boolean steps(Scene scene) throws InterruptedException {
        print(ROW, "", "first event", "caught up", "restored", "copied");
        List<String> failures = new ArrayList<>();
        int number = 0;
        for (RecoveryStep step : RecoveryStep.all()) {
            number++;
            failures.addAll(take(step, number, scene));
            if (!failures.isEmpty()) {
                break; // what comes after it would be measured on a cluster that is not at rest
            }
        }
        print("%n");
        List<Finding> findings = scene.inspector().findings();
        findings.forEach(finding -> print("%s%n", line(finding)));
        failures.forEach(failure -> print("  FAILED  %s%n", failure));
        return failures.isEmpty() && findings.stream().allMatch(Finding::holds);
    }

    private List<String> take(RecoveryStep step, int number, Scene scene) throws InterruptedException {
        Cluster cluster = scene.cluster();
        scene.load().start(new ShopLoad.Plan("r" + number, number, options.customers(), LOAD));
        TimeUnit.MILLISECONDS.sleep(BEFORE.toMillis());
        Set<Integer> lost = new HashSet<>();
        step.engines().forEach(engine -> lost.addAll(scene.watch().partitionsOf(engine)));
        count(step, cluster);
        Instant from = clock.instant();
        scene.watch().recoveries();
        step.loss().of(cluster, () -> scene.watch().mark(step.what(), lost));
        List<String> stuck = scene.awaitQuiet(PATIENCE);
        scene.watch().recoveries().forEach(recovery -> print(recovery, cluster));
        step.restore().accept(cluster);
        step.outage(from, clock.instant().plus(AFTERMATH)).ifPresent(scene.outages()::add);
        scene.awaitReady(PATIENCE);
        return stuck.stream().map(what -> step.what() + ": " + what).toList();
    }

    private void count(RecoveryStep step, Cluster cluster) {
        for (EngineCounter counter : List.of(restored, copied)) {
            counter.begin(cluster.engines());
            step.engines().forEach(engine -> counter.forget(cluster.engine(engine)));
        }
    }

    private Scene.Setting setting() {
        return new Scene.Setting(
                options.home(),
                options.folder(),
                SIZE,
                Set.of(),
                new ClusterPlan.Settings(
                        Map.of(),
                        Map.of("safar.engine.standby-replicas", Integer.toString(options.standbys())),
                        Providers.DISPATCHERS));
    }

    private void print(Recovery recovery, Cluster cluster) {
        print(
                ROW,
                recovery.what(),
                time(recovery.firstEvent()),
                time(recovery.caughtUp()),
                restored.since(cluster.engines()),
                copied.since(cluster.engines()));
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    private static String line(Finding finding) {
        if (finding.holds()) {
            return "  ok      " + finding.rule();
        }
        return "  FAILED  " + finding.rule() + ": "
                + finding.exceptions().stream().limit(SHOWN).collect(Collectors.joining("; "));
    }

    private static String time(Optional<Duration> time) {
        return time.map(length -> String.format(Locale.ROOT, "%.1f s", length.toMillis() / MILLIS))
                .orElse("–");
    }
}
