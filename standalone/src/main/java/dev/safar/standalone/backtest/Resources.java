package dev.safar.standalone.backtest;

import java.nio.file.Path;

/**
 * What a backtest may take of the machine.
 *
 * @param temporary where what does not fit into memory may be put
 * @param workers how many threads work
 * @param sortBytes how much memory sorting takes
 */
public record Resources(Path temporary, int workers, long sortBytes) {

    private static final int SHARE = 6;
    private static final long LEAST = 4L << 20;
    private static final long MOST = 512L << 20;

    /** All processors, a share of the memory. */
    public static Resources ofThisMachine(Path temporary) {
        Runtime runtime = Runtime.getRuntime();
        long share = runtime.maxMemory() / SHARE;
        return new Resources(temporary, runtime.availableProcessors(), Math.min(MOST, Math.max(LEAST, share)));
    }

    long sortBytesOfAWorker() {
        return sortBytes / workers;
    }
}
