package dev.safar.standalone.backtest;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** A file of calls, one a line, compressed with gzip or not; its first bytes tell which. */
public final class Recording implements Closeable {

    private static final int BUFFER = 128 * 1024;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final CountedStream raw;
    private final InputStream plain;
    private final OptionalLong size;

    private Recording(CountedStream raw, OptionalLong size) throws IOException {
        this.raw = raw;
        this.size = size;
        BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
        this.plain = isGzip(buffered) ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    /** A file, whose size is known. */
    public static Recording open(Path file) throws IOException {
        return new Recording(new CountedStream(Files.newInputStream(file)), OptionalLong.of(Files.size(file)));
    }

    /** A stream, which may go on for ever. */
    public static Recording of(InputStream stream) throws IOException {
        return new Recording(new CountedStream(stream), OptionalLong.empty());
    }

    /** How large it is, as it is stored. */
    public OptionalLong size() {
        return size;
    }

    /** How much of it has been read, as it is stored. */
    long position() {
        return raw.count.get();
    }

    Lines lines() {
        return new Lines(plain);
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }

    private static boolean isGzip(BufferedInputStream stream) throws IOException {
        stream.mark(2);
        boolean gzip = stream.read() == GZIP_FIRST && stream.read() == GZIP_SECOND;
        stream.reset();
        return gzip;
    }

    private static final class CountedStream extends FilterInputStream {

        private final AtomicLong count = new AtomicLong();

        CountedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
