package dev.safar.engine.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the one store: {@code c|customer} a customer, {@code t|time|customer} an entry of the timer index (the time in
 * milliseconds, big-endian, so that keys sort by time), {@code m|name} what belongs to the task itself.
 */
public final class StoreKeys {

    public static final Bytes WATERMARK = key("m|wm");
    public static final Bytes TALLY = key("m|tally");
    public static final Bytes SWEEPS = key("m|sweeps");
    public static final Bytes PLACES_FROM = key("m|p|");
    public static final Bytes PLACES_TO = key("m|p}");
    public static final Bytes CUSTOMERS_FROM = key("c|");
    public static final Bytes CUSTOMERS_TO = key("c}");
    public static final Bytes TIMERS_TO = key("t}");

    private static final byte[] CUSTOMER_PREFIX = {'c', '|'};
    private static final int PREFIX_LENGTH = 2;
    private static final int TIME_END = PREFIX_LENGTH + Long.BYTES;

    private StoreKeys() {}

    public static Bytes customer(String id) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(PREFIX_LENGTH + name.length)
                .put(CUSTOMER_PREFIX)
                .put(name)
                .array());
    }

    /** Whose key this is. */
    public static String idOf(Bytes customer) {
        byte[] key = customer.get();
        return new String(key, PREFIX_LENGTH, key.length - PREFIX_LENGTH, StandardCharsets.UTF_8);
    }

    /** Sorts after this customer and before every other one that comes after; before all, given empty text. */
    public static Bytes customersAfter(String id) {
        return id.isEmpty() ? CUSTOMERS_FROM : customer(id + '\0');
    }

    /** Sorts before every timer at or after {@code millis}, which is not negative. */
    public static Bytes timersFrom(long millis) {
        return timer(millis, "");
    }

    /** Sorts after this timer and before every other one that comes after. */
    public static Bytes timersAfter(long millis, String customer) {
        return timer(millis, customer + '\0');
    }

    public static Bytes timer(long millis, String customer) {
        byte[] name = customer.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(TIME_END + name.length)
                .put((byte) 't')
                .put((byte) '|')
                .putLong(millis)
                .put(name)
                .array());
    }

    public static long timeOf(Bytes timer) {
        return ByteBuffer.wrap(timer.get()).getLong(PREFIX_LENGTH);
    }

    public static String customerOf(Bytes timer) {
        byte[] key = timer.get();
        return new String(key, TIME_END, key.length - TIME_END, StandardCharsets.UTF_8);
    }

    /** Names can't hold the character between them. */
    public static Bytes place(Place place) {
        return key("m|p|" + place.journey().id() + '\0' + place.journey().version() + '\0' + place.step());
    }

    private static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
