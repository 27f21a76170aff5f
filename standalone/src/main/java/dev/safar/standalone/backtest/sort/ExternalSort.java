package dev.safar.standalone.backtest.sort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Sorts byte strings, as unsigned bytes, in a fixed amount of memory: what does not fit waits in sorted files. No more than a
 * fixed number of files is open at a time, however many there are.
 */
public final class ExternalSort {

    /** What an entry takes beyond its bytes. */
    private static final int OVERHEAD = 32;

    private final Path folder;
    private final String name;
    private final long bufferBytes;
    private final int fanIn;
    private final Deque<RunFile> runs = new ArrayDeque<>();
    private List<byte[]> buffer = new ArrayList<>();
    private long buffered;
    private int files;

    /**
     * A sort with nothing in it.
     *
     * @param folder for its files; whoever gives it removes what is left there after a failure
     * @param name what the files begin with
     * @param bufferBytes how much is kept in memory
     * @param fanIn how many files are read at a time
     */
    public ExternalSort(Path folder, String name, long bufferBytes, int fanIn) {
        this.folder = folder;
        this.name = name;
        this.bufferBytes = bufferBytes;
        this.fanIn = fanIn;
    }

    /** Adds some; may be called by several threads. */
    public synchronized void add(Collection<byte[]> entries) throws IOException {
        for (byte[] entry : entries) {
            add(entry);
        }
    }

    /** Adds one; may be called by several threads. */
    public synchronized void add(byte[] entry) throws IOException {
        buffer.add(entry);
        buffered += entry.length + OVERHEAD;
        if (buffered > bufferBytes) {
            spill();
        }
    }

    /** All that was added, in order; to be asked for once, when nothing more is added. */
    public synchronized Entries sorted() throws IOException {
        if (runs.isEmpty()) {
            return inMemory();
        }
        if (!buffer.isEmpty()) {
            spill();
        }
        while (runs.size() > fanIn) {
            runs.add(write(next(fanIn)));
        }
        return next(runs.size());
    }

    private void spill() throws IOException {
        runs.add(write(inMemory()));
    }

    private Entries inMemory() {
        buffer.sort(Arrays::compareUnsigned);
        Entries sorted = new MemoryEntries(buffer);
        buffer = new ArrayList<>();
        buffered = 0;
        return sorted;
    }

    private RunFile write(Entries sorted) throws IOException {
        return RunFile.write(folder.resolve(name + "-" + files++), sorted);
    }

    private Entries next(int count) throws IOException {
        List<Entries> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(runs.remove().read());
        }
        return Merge.of(parts);
    }
}
