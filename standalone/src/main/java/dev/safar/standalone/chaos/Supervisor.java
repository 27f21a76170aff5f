package dev.safar.standalone.chaos;

import dev.safar.standalone.chaos.process.Cluster;
import dev.safar.standalone.chaos.process.ManagedProcess;
import dev.safar.standalone.chaos.process.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What an orchestrator does: starts again what has ended, and what says of itself that it has given up. */
final class Supervisor {

    private static final int PAUSE_MILLIS = 200;

    private final Cluster cluster;
    private final Set<String> wanted;

    /** @param wanted the services that shall run */
    Supervisor(Cluster cluster, Set<String> wanted) {
        this.cluster = cluster;
        this.wanted = Set.copyOf(wanted);
    }

    /**
     * Sees to it that everything is alive, for so long.
     *
     * @return what had to be started again
     */
    List<String> settle(Duration patience) throws InterruptedException {
        List<String> restarted = new ArrayList<>();
        for (ManagedProcess broker : cluster.brokers()) {
            startIfEnded(broker, restarted);
        }
        for (Service service : services()) {
            startIfEnded(service, restarted);
            if (!comesAlive(service, patience)) {
                service.kill();
                startIfEnded(service, restarted);
                comesAlive(service, patience);
            }
        }
        return restarted;
    }

    private List<Service> services() {
        return cluster.services()
                .filter(service -> wanted.contains(service.name()))
                .toList();
    }

    private static void startIfEnded(ManagedProcess process, List<String> restarted) {
        if (!process.isAlive()) {
            restarted.add(process.name());
            process.start();
        }
    }

    private static boolean comesAlive(Service service, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!service.isLive()) {
            if (System.nanoTime() > deadline || !service.isAlive()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return true;
    }
}
