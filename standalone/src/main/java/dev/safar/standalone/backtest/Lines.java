package dev.safar.standalone.backtest;

import dev.safar.ingest.accept.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a stream, in chunks; of a line longer than any call may be, no more is kept than tells that it is. */
final class Lines {

    private static final int BLOCK = 128 * 1024;
    private static final int CHUNK_BYTES = 256 * 1024;
    private static final int KEPT = Limits.EVENT_BYTES + 2;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private int from;
    private int to;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * A line that is not blank.
     *
     * @param number in the file, from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, byte[] text) {

        boolean tooLong() {
            return text.length > Limits.EVENT_BYTES;
        }
    }

    /** The next lines; none at the end. */
    List<Line> chunk() throws IOException {
        List<Line> lines = new ArrayList<>();
        int bytes = 0;
        while (bytes < CHUNK_BYTES && (from < to || fill())) {
            Line line = line();
            bytes += line.text().length + 1;
            if (!isBlank(line.text())) {
                lines.add(line);
            }
            if (bytes >= CHUNK_BYTES && lines.isEmpty()) {
                bytes = 0; // an empty chunk would say that this is the end
            }
        }
        return lines;
    }

    /** The number of the last line that was begun. */
    long number() {
        return number;
    }

    private Line line() throws IOException {
        number++;
        unfinished.reset();
        do {
            int end = from;
            while (end < to && block[end] != '\n') {
                end++;
            }
            unfinished.write(block, from, Math.min(end - from, KEPT - unfinished.size()));
            from = end;
        } while (from == to && fill());
        from = Math.min(to, from + 1);
        return new Line(number, text());
    }

    /** Without the mark that some editors put at the beginning of a file, and the end that some put at the end of each line. */
    private byte[] text() {
        byte[] text = unfinished.toByteArray();
        int first = number == 1 && startsWithMark(text) ? BYTE_ORDER_MARK.length : 0;
        int last = text.length > first && text[text.length - 1] == '\r' ? text.length - 1 : text.length;
        return first == 0 && last == text.length ? text : Arrays.copyOfRange(text, first, last);
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(block));
        return to > 0;
    }

    private static boolean startsWithMark(byte[] text) {
        return text.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(text, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static boolean isBlank(byte[] text) {
        for (byte character : text) {
            if (character != ' ' && character != '\t') {
                return false;
            }
        }
        return true;
    }
}
