package dev.safar.standalone.backtest.sort;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of sorted entries, each behind its length; gone when it has been read. */
record RunFile(Path path, long entries) {

    private static final int BUFFER = 64 * 1024;

    static RunFile write(Path path, Entries sorted) throws IOException {
        long count = 0;
        try (sorted;
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER))) {
            while (sorted.advance()) {
                byte[] entry = sorted.entry();
                out.writeInt(entry.length);
                out.write(entry);
                count++;
            }
        }
        return new RunFile(path, count);
    }

    Entries read() throws IOException {
        return new Reader(path, entries);
    }

    private static final class Reader implements Entries {

        private final Path path;
        private final DataInputStream in;
        private long left;
        private byte[] entry = {};

        Reader(Path path, long entries) throws IOException {
            this.path = path;
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
            this.left = entries;
        }

        @Override
        public boolean advance() throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            entry = new byte[in.readInt()];
            in.readFully(entry);
            return true;
        }

        @Override
        public byte[] entry() {
            return entry;
        }

        @Override
        public void close() throws IOException {
            in.close();
            Files.deleteIfExists(path);
        }
    }
}
