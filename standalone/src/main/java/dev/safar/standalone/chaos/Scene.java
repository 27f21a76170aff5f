package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.check.Inspector;
import dev.safar.standalone.chaos.check.Outages;
import dev.safar.standalone.chaos.check.Outages.Outage;
import dev.safar.standalone.chaos.load.MailReader;
import dev.safar.standalone.chaos.load.ShopLoad;
import dev.safar.standalone.chaos.process.Cluster;
import dev.safar.standalone.chaos.process.ClusterPlan;
import dev.safar.standalone.chaos.process.ManagedProcess;
import dev.safar.standalone.chaos.process.Programs;
import dev.safar.standalone.chaos.process.Service;
import dev.safar.standalone.chaos.recovery.Offsets;
import dev.safar.standalone.chaos.recovery.RecoveryWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A cluster with the providers that it sends to, a shop that posts to it and whose customers read their mail, and who watches.
 *
 * @param outages of what sends; whoever breaks it adds them
 */
record Scene(
        Providers providers,
        Cluster cluster,
        ShopLoad load,
        MailReader readers,
        RecoveryWatch watch,
        Inspector inspector,
        List<Outage> outages) {

    private static final int LOOK_MILLIS = 100;

    /**
     * What it consists of.
     *
     * @param home where Safar and its services are built
     * @param folder for everything, empty
     * @param linked the services whose way to the brokers can be frozen
     */
    record Setting(Path home, Path folder, ClusterPlan.Size size, Set<String> linked, ClusterPlan.Settings settings) {

        private ClusterPlan plan(Providers providers) {
            return new ClusterPlan(
                    new Programs(home), folder.toAbsolutePath(), size, providers.addresses(), linked, settings);
        }
    }

    /** What happens in it. */
    interface Act<T> {
        T in(Scene scene) throws InterruptedException;
    }

    /**
     * Starts all of it, lets something happen as soon as everything is ready, and leaves nothing behind.
     *
     * @throws IllegalStateException if not everything is ready in time
     */
    static <T> T play(Setting setting, Duration patience, InstantSource clock, Act<T> act) throws InterruptedException {
        List<Outage> outages = new CopyOnWriteArrayList<>();
        try (Providers providers = Providers.start(setting.folder().resolve("mailbox"), clock);
                Cluster cluster = Cluster.startBrokers(setting.plan(providers))) {
            ShopWorkspace.publish(cluster.bootstrapServers());
            cluster.startServices();
            awaitReady(cluster, service -> true, patience);
            try (ShopLoad load = new ShopLoad(cluster.ingest().url(), Cluster.WRITE_KEY, clock);
                    MailReader readers = MailReader.start(providers.mailbox());
                    Offsets offsets = new Offsets(
                            cluster.bootstrapServers(), setting.size().partitions());
                    RecoveryWatch watch = RecoveryWatch.start(offsets);
                    Inspector inspector = new Inspector(
                            cluster,
                            offsets,
                            new Inspector.Sources(
                                    load::accepted, providers.mailbox()::entries, () -> new Outages(outages)))) {
                return act.in(new Scene(providers, cluster, load, readers, watch, inspector, outages));
            }
        }
    }

    /**
     * Waits until all services that run are ready.
     *
     * @throws IllegalStateException if that takes too long
     */
    void awaitReady(Duration patience) throws InterruptedException {
        awaitReady(cluster, Service::isAlive, patience);
    }

    /** Waits until all that the shop has planned has been accepted, and nothing moves any more; what still does, then. */
    List<String> awaitQuiet(Duration patience) throws InterruptedException {
        List<String> posting = load.await(patience);
        return posting.isEmpty() ? inspector.awaitQuiet(patience) : posting;
    }

    private static void awaitReady(Cluster cluster, Predicate<Service> wanted, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!cluster.services().filter(wanted).allMatch(Service::isReady)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready after " + patience.toSeconds() + " s: "
                        + cluster.services()
                                .filter(wanted)
                                .filter(service -> !service.isReady())
                                .map(ManagedProcess::name)
                                .collect(Collectors.joining(", "))
                        + "; logs are in " + cluster.ingest().log().getParent());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
