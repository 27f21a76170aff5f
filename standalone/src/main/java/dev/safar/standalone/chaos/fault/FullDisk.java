package dev.safar.standalone.chaos.fault;

import dev.safar.standalone.chaos.process.Service;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * An engine on a full disk: it runs on it, is stopped on it, is started on it, and gets room again. If it has given up by then, it is
 * started once more, as an orchestrator would.
 */
final class FullDisk {

    /** What the system says to whoever writes. */
    private static final String REFUSAL = "File too large";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOK_MILLIS = 100;

    private FullDisk() {}

    /** Whether the engine's log shows that a write failed. */
    static boolean under(Runnable broken, Service engine, long millis) throws InterruptedException {
        long before = engine.logged();
        engine.fillDisk();
        TimeUnit.MILLISECONDS.sleep(millis);
        engine.stop();
        broken.run();
        long logged = engine.logged();
        engine.startOnFullDisk();
        awaitRefusal(engine, logged);
        if (engine.isAlive()) {
            engine.freeDisk();
        }
        return engine.hasLogged(REFUSAL, before);
    }

    /** It is told about the first file that it writes, as soon as it comes so far. */
    private static void awaitRefusal(Service engine, long logged) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (engine.isAlive() && !engine.hasLogged(REFUSAL, logged) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
