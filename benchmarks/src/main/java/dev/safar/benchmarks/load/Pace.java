package dev.safar.benchmarks.load;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Does something so many times a second, and makes up for what it could not do in time. */
public final class Pace {

    private static final double NANOS_PER_SECOND = 1e9;

    private Pace() {}

    /** Calls {@code deed} with 0, 1, 2 …, evenly spread over so many seconds. */
    public static void keep(double perSecond, int seconds, LongConsumer deed) throws InterruptedException {
        long total = Math.round(perSecond * seconds);
        long began = System.nanoTime();
        long done = 0;
        while (done < total) {
            long due = Math.min(total, (long) ((System.nanoTime() - began) / NANOS_PER_SECOND * perSecond) + 1);
            while (done < due) {
                deed.accept(done);
                done++;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
