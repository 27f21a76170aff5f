package dev.safar.engine.state;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A message of Protocol Buffers, written from its last byte to its first: what lies inside is there before its length has to be told, so
 * that nothing is measured beforehand and no object is made only to be written. What shall be read last is therefore written first. The
 * encoding is that of <a href="https://protobuf.dev/programming-guides/encoding/">protobuf.dev</a>. A plain field is left out where it
 * is 0, empty or false (proto3); one whose method begins with {@code given} never is.
 */
final class BackwardWriter {

    /** The fields of an entry of a map. */
    static final int KEY = 1;

    static final int VALUE = 2;

    /**
     * Less than a customer takes. Where growing is rare, compiled code leaves it out, and is thrown away whenever a customer has grown
     * beyond what was usual: a second in which all else waits.
     */
    private static final int INITIAL_SIZE = 256;

    private static final int TYPE_BITS = 3;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[INITIAL_SIZE];
    private int start = INITIAL_SIZE;

    /** Goes through a list as it has to be written. */
    static <T> void lastFirst(List<T> values, Consumer<? super T> write) {
        for (int i = values.size() - 1; i >= 0; i--) {
            write.accept(values.get(i));
        }
    }

    /** Where a message ends that is about to be written. */
    int mark() {
        return bytes.length - start;
    }

    /** Makes a message in this field of what has been written since the mark. */
    void message(int field, int mark) {
        delimited(field, mark() - mark);
    }

    /** Makes an entry of this map of what has been written since the mark, which is its {@link #VALUE}. */
    void entry(int field, String key, int mark) {
        givenText(KEY, key);
        message(field, mark);
    }

    void text(int field, String value) {
        if (!value.isEmpty()) {
            givenText(field, value);
        }
    }

    void givenText(int field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int at = claim(utf8.length);
        System.arraycopy(utf8, 0, bytes, at, utf8.length);
        delimited(field, utf8.length);
    }

    /** An {@code int32}, {@code uint32}, {@code int64}, {@code uint64} or enumeration. */
    void number(int field, long value) {
        if (value != 0) {
            givenNumber(field, value);
        }
    }

    void givenNumber(int field, long value) {
        element(value);
        tag(field, WireFormat.WIRETYPE_VARINT);
    }

    /** A {@code sint64}. */
    void signed(int field, long value) {
        if (value != 0) {
            givenSigned(field, value);
        }
    }

    void givenSigned(int field, long value) {
        givenNumber(field, CodedOutputStream.encodeZigZag64(value));
    }

    void flag(int field, boolean value) {
        if (value) {
            givenFlag(field, true);
        }
    }

    void givenFlag(int field, boolean value) {
        givenNumber(field, value ? 1 : 0);
    }

    /** A {@code fixed64} or {@code sfixed64}. */
    void fixed(int field, long value) {
        if (value != 0) {
            fixedElement(value);
            tag(field, WireFormat.WIRETYPE_FIXED64);
        }
    }

    void givenReal(int field, double value) {
        fixedElement(Double.doubleToRawLongBits(value));
        tag(field, WireFormat.WIRETYPE_FIXED64);
    }

    /** Makes a packed field of the elements that have been written since the mark; left out where there are none. */
    void packed(int field, int mark) {
        if (mark() > mark) {
            delimited(field, mark() - mark);
        }
    }

    /** One number of a packed field. */
    void element(long value) {
        int at = claim(CodedOutputStream.computeUInt64SizeNoTag(value));
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[at] = (byte) rest;
    }

    /** One number of a packed field, always in eight bytes. */
    void fixedElement(long value) {
        int at = claim(Long.BYTES);
        LONGS.set(bytes, at, value);
    }

    /** All that has been written, behind this byte. */
    byte[] toByteArray(byte first) {
        int at = claim(1);
        bytes[at] = first;
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    private void delimited(int field, int length) {
        element(length);
        tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    }

    private void tag(int field, int type) {
        element((long) field << TYPE_BITS | type);
    }

    /** Makes room before what there is, and tells where it begins. */
    private int claim(int size) {
        if (size > start) {
            grow(size);
        }
        start -= size;
        return start;
    }

    private void grow(int size) {
        int there = mark();
        byte[] larger = new byte[Math.max(2 * bytes.length, Math.addExact(there, size))];
        System.arraycopy(bytes, start, larger, larger.length - there, there);
        bytes = larger;
        start = larger.length - there;
    }
}
