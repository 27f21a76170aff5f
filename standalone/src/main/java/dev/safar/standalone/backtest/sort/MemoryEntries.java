package dev.safar.standalone.backtest.sort;

import java.util.List;

/** Entries that are at hand. */
final class MemoryEntries implements Entries {

    private final List<byte[]> entries;
    private int at = -1;

    MemoryEntries(List<byte[]> entries) {
        this.entries = entries;
    }

    @Override
    public boolean advance() {
        if (at >= 0) {
            entries.set(at, null); // whoever has seen it keeps it if need be
        }
        at++;
        return at < entries.size();
    }

    @Override
    public byte[] entry() {
        return entries.get(at);
    }

    @Override
    public void close() {
        entries.clear();
    }
}
