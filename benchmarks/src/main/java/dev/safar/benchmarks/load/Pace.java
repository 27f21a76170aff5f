package dev.safar.benchmarks.load;

import java.util.concurrent.TimeUnit;

/** Does something so many times a second, and makes up for what it could not do in time. */
public final class Pace {

    private static final double NANOS_PER_SECOND = 1e9;

    private Pace() {}

    /** What is done again and again. */
    @FunctionalInterface
    public interface Deed {

        /**
         * Does it once.
         *
         * @param number 0, 1, 2 …
         * @param planned when it was to be done, in nanoseconds of {@link System#nanoTime}; a delay counts from then, or a stall would hide itself
         */
        void run(long number, long planned);
    }

    /**
     * Does it evenly spread over so many seconds.
     *
     * @return how many a second it came to
     */
    public static double keep(double perSecond, int seconds, Deed deed) throws InterruptedException {
        long total = Math.round(perSecond * seconds);
        long began = System.nanoTime();
        long done = 0;
        while (done < total) {
            long due = Math.min(total, (long) ((System.nanoTime() - began) / NANOS_PER_SECOND * perSecond) + 1);
            while (done < due) {
                deed.run(done, began + Math.round(done / perSecond * NANOS_PER_SECOND));
                done++;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return total / ((System.nanoTime() - began) / NANOS_PER_SECOND);
    }
}
