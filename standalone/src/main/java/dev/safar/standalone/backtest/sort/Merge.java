package dev.safar.standalone.backtest.sort;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Several sorted sequences as one. */
public final class Merge implements Entries {

    private final List<Entries> parts;
    private final PriorityQueue<Entries> waiting =
            new PriorityQueue<>(Comparator.comparing(Entries::entry, Arrays::compareUnsigned));
    private Entries current;

    private Merge(List<Entries> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The parts are closed with it. */
    public static Entries of(List<Entries> parts) throws IOException {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Merge merge = new Merge(parts);
        for (Entries part : parts) {
            merge.push(part);
        }
        return merge;
    }

    @Override
    public boolean advance() throws IOException {
        if (current != null) {
            push(current);
        }
        current = waiting.poll();
        return current != null;
    }

    @Override
    public byte[] entry() {
        return current.entry();
    }

    @Override
    public void close() throws IOException {
        for (Entries part : parts) {
            part.close();
        }
    }

    private void push(Entries part) throws IOException {
        if (part.advance()) {
            waiting.add(part);
        }
    }
}
