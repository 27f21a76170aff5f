package dev.safar.standalone.chaos.fault;

import dev.safar.standalone.chaos.process.Service;
import java.util.concurrent.TimeUnit;

/**
 * An engine on a full disk: it runs on it, is stopped on it, is started on it, and gets room again. If it has given up by then, it is
 * started once more, as an orchestrator would.
 */
final class FullDisk {

    private static final int START_MILLIS = 6_000;

    private FullDisk() {}

    static void under(Runnable broken, Service engine, long millis) throws InterruptedException {
        engine.fillDisk();
        TimeUnit.MILLISECONDS.sleep(millis);
        engine.stop();
        broken.run();
        engine.startOnFullDisk();
        TimeUnit.MILLISECONDS.sleep(START_MILLIS);
        if (engine.isAlive()) {
            engine.freeDisk();
        }
    }
}
