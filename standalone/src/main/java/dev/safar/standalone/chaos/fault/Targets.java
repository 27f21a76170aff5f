package dev.safar.standalone.chaos.fault;

import dev.safar.standalone.chaos.process.Cluster;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What there is to break, and how long it may be silent before its group gives it up. */
public record Targets(int brokers, int engines, int dispatchers) {

    /** As engines are told. */
    public static final Duration ENGINE_SESSION = Duration.ofSeconds(6);

    private static final Duration DISPATCHER_SESSION = Duration.ofSeconds(15);

    public static final String LINKED_ENGINE = "engine-1";
    public static final String LINKED_DISPATCHER = "dispatch-1";

    /** As many as there are at the most, however many there are at first. */
    private static final int MANY = 3;

    String engine(Random random) {
        return "engine-" + (1 + random.nextInt(engines));
    }

    /** Longer than the group waits for an engine, and not much. */
    long beyondEngineSession(Random random) {
        return ENGINE_SESSION.toMillis() + 1_000 + random.nextInt(2_000);
    }

    /** Longer than the group waits for a dispatcher. */
    long beyondDispatcherSession(Random random) {
        return DISPATCHER_SESSION.toMillis() + 1_000 + random.nextInt(2_000);
    }

    String scaling() {
        return engines + " → " + MANY + " → 1" + (engines > 1 ? " → " + engines : "");
    }

    boolean scale(Cluster cluster, long millis) throws InterruptedException {
        for (int number = engines + 1; number <= MANY; number++) {
            cluster.engine("engine-" + number).start();
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        for (int number = 2; number <= MANY; number++) {
            cluster.engine("engine-" + number).stop();
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        for (int number = 2; number <= engines; number++) {
            cluster.engine("engine-" + number).start();
        }
        return true;
    }
}
