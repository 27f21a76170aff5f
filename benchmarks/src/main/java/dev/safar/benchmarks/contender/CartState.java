package dev.safar.benchmarks.contender;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What the journey written by hand knows of a customer.
 *
 * @param cartId empty without a cart
 * @param startedAt when the cart was last changed
 * @param dueAt when its next message is due
 * @param step how many messages it has had
 */
record CartState(Contact contact, String cartId, double total, long startedAt, long dueAt, int step) {

    private static final CartState UNKNOWN = new CartState(new Contact("", "", true, false), "", 0, 0, 0, 0);

    /** Where the customer can be reached, and may be. */
    record Contact(String email, String phone, boolean emailAllowed, boolean smsAllowed) {}

    static CartState unknown() {
        return UNKNOWN;
    }

    boolean hasCart() {
        return !cartId.isEmpty();
    }

    CartState withContact(Contact known) {
        return new CartState(known, cartId, total, startedAt, dueAt, step);
    }

    CartState withCart(String id, double cartTotal, long started, long due) {
        return new CartState(contact, id, cartTotal, started, due, 0);
    }

    CartState withoutCart() {
        return new CartState(contact, "", 0, 0, 0, 0);
    }

    CartState afterMessage(long due) {
        return new CartState(contact, cartId, total, startedAt, due, step + 1);
    }

    static Serde<CartState> serde() {
        return Serdes.serdeFrom((topic, state) -> state == null ? null : state.toBytes(), (topic, bytes) -> of(bytes));
    }

    private byte[] toBytes() {
        byte[] email = contact.email().getBytes(StandardCharsets.UTF_8);
        byte[] phone = contact.phone().getBytes(StandardCharsets.UTF_8);
        byte[] cart = cartId.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(
                3 * Short.BYTES + email.length + phone.length + cart.length + 3 * Long.BYTES + Integer.BYTES + 2);
        put(bytes, email);
        put(bytes, phone);
        put(bytes, cart);
        return bytes.put((byte) (contact.emailAllowed() ? 1 : 0))
                .put((byte) (contact.smsAllowed() ? 1 : 0))
                .putDouble(total)
                .putLong(startedAt)
                .putLong(dueAt)
                .putInt(step)
                .array();
    }

    private static CartState of(byte[] value) {
        if (value == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(value);
        String email = text(bytes);
        String phone = text(bytes);
        String cart = text(bytes);
        var contact = new Contact(email, phone, bytes.get() == 1, bytes.get() == 1);
        return new CartState(contact, cart, bytes.getDouble(), bytes.getLong(), bytes.getLong(), bytes.getInt());
    }

    private static void put(ByteBuffer bytes, byte[] text) {
        bytes.putShort((short) text.length).put(text);
    }

    private static String text(ByteBuffer bytes) {
        byte[] text = new byte[bytes.getShort()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
