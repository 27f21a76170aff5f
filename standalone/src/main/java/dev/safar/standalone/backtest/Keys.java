package dev.safar.standalone.backtest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Sort keys in front of contents: the order of their bytes is the order that is wanted. */
final class Keys {

    /** Ends a customer's id, which has no control characters. */
    private static final byte END = 0;

    /** No event is as old. */
    private static final Instant BEFORE_ALL = Instant.MIN;

    private static final int TIME = Long.BYTES + Integer.BYTES;

    private Keys() {}

    /** Events by customer, in the order in which they became known, and as they stood in the file. */
    static byte[] event(String customer, Instant receivedAt, long line, byte[] content) {
        byte[] id = customer.getBytes(StandardCharsets.UTF_8);
        ByteBuffer entry = ByteBuffer.allocate(id.length + 1 + TIME + Long.BYTES + content.length)
                .put(id)
                .put(END);
        return time(entry, receivedAt).putLong(line).put(content).array();
    }

    /** That the file holds a report on a message: ahead of all events of the customer. */
    static byte[] report(String customer, long line, String message) {
        return event(customer, BEFORE_ALL, line, message.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isReport(byte[] event) {
        return ByteBuffer.wrap(event).getLong(end(event, 0) + 1) == (BEFORE_ALL.getEpochSecond() ^ Long.MIN_VALUE);
    }

    /** Decisions by time; of the same time by customer, and as they came about. */
    static byte[] decision(Instant at, String customer, long sequence, byte[] content) {
        byte[] id = customer.getBytes(StandardCharsets.UTF_8);
        ByteBuffer entry = ByteBuffer.allocate(TIME + id.length + 1 + Long.BYTES + content.length);
        return time(entry, at).put(id).put(END).putLong(sequence).put(content).array();
    }

    /** Anything by customer, one for each. */
    static byte[] customer(String customer, byte[] content) {
        byte[] id = customer.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(id.length + 1 + content.length)
                .put(id)
                .put(END)
                .put(content)
                .array();
    }

    static String customerOf(byte[] event) {
        return new String(event, 0, end(event, 0), StandardCharsets.UTF_8);
    }

    /** Whether two entries that begin with a customer are of the same one. */
    static boolean sameCustomer(byte[] one, byte[] other) {
        int length = end(one, 0) + 1;
        return Arrays.equals(one, 0, Math.min(length, one.length), other, 0, Math.min(length, other.length));
    }

    static byte[] eventContent(byte[] event) {
        return Arrays.copyOfRange(event, end(event, 0) + 1 + TIME + Long.BYTES, event.length);
    }

    static byte[] decisionContent(byte[] decision) {
        return Arrays.copyOfRange(decision, end(decision, TIME) + 1 + Long.BYTES, decision.length);
    }

    static byte[] customerContent(byte[] entry) {
        return Arrays.copyOfRange(entry, end(entry, 0) + 1, entry.length);
    }

    private static ByteBuffer time(ByteBuffer entry, Instant time) {
        return entry.putLong(time.getEpochSecond() ^ Long.MIN_VALUE).putInt(time.getNano());
    }

    private static int end(byte[] entry, int from) {
        int at = from;
        while (entry[at] != END) {
            at++;
        }
        return at;
    }
}
