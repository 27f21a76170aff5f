package dev.safar.engine.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * A message of Protocol Buffers, read from its first field to its last, so that no object is made only to be read from:
 *
 * <pre>
 * while (in.next()) {
 *     switch (in.field()) {
 *         case Moment.MILLIS_FIELD_NUMBER -&gt; millis = in.signed();
 *         default -&gt; in.skip();
 *     }
 * }
 * </pre>
 *
 * Fields come in any order. The encoding is that of <a
 * href="https://protobuf.dev/programming-guides/encoding/">protobuf.dev</a>; what is not of that form, ends too early, or is of another type
 * than it is read as, is an {@link InvalidProtocolBufferException}.
 */
final class ForwardReader {

    /** Far more levels of messages inside each other than the core lets values have, so that what was written is read. */
    static final int NESTING = 1_000;

    private final CodedInputStream in;
    private int tag;
    private int depth;

    /** Reads what lies in this array from there on. */
    ForwardReader(byte[] bytes, int offset) {
        this.in = CodedInputStream.newInstance(bytes, offset, bytes.length - offset);
    }

    /** What reads a message, field by field, or a value. */
    interface Part<T> {
        T read(ForwardReader in) throws IOException;
    }

    /** Goes on to the next field; false where the message ends. */
    boolean next() throws IOException {
        tag = in.readTag();
        return tag != 0;
    }

    /** The number of the field that is to be read now. */
    int field() {
        return WireFormat.getTagFieldNumber(tag);
    }

    /** Passes over a field, such as one that this version does not know. */
    void skip() throws IOException {
        if (!in.skipField(tag)) {
            throw new InvalidProtocolBufferException("a group ends that has not begun");
        }
    }

    String text() throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return in.readStringRequireUtf8();
    }

    /** An {@code int32}, {@code uint32}, {@code int64}, {@code uint64} or enumeration. */
    long number() throws IOException {
        require(WireFormat.WIRETYPE_VARINT);
        return in.readUInt64();
    }

    /** A {@code sint64}. */
    long signed() throws IOException {
        require(WireFormat.WIRETYPE_VARINT);
        return in.readSInt64();
    }

    boolean flag() throws IOException {
        require(WireFormat.WIRETYPE_VARINT);
        return in.readBool();
    }

    /** A {@code fixed64} or {@code sfixed64}. */
    long fixed() throws IOException {
        require(WireFormat.WIRETYPE_FIXED64);
        return in.readFixed64();
    }

    double real() throws IOException {
        require(WireFormat.WIRETYPE_FIXED64);
        return in.readDouble();
    }

    <T> T message(Part<T> part) throws IOException {
        int outer = enter();
        T read = part.read(this);
        leave(outer);
        return read;
    }

    <V> void entry(Map<String, V> map, Part<V> value) throws IOException {
        entry(map, key -> key, value);
    }

    /** Adds an entry of a map; every writer gives both, the key and the value. */
    <K, V> void entry(Map<K, V> map, Function<String, K> named, Part<V> value) throws IOException {
        int outer = enter();
        String key = null;
        V read = null;
        while (next()) {
            switch (field()) {
                case BackwardWriter.KEY -> key = text();
                case BackwardWriter.VALUE -> read = value.read(this);
                default -> skip();
            }
        }
        leave(outer);
        if (key == null || read == null) {
            throw new InvalidProtocolBufferException("an entry of a map has no key or no value");
        }
        map.put(named.apply(key), read);
    }

    /** The numbers of a packed field. */
    void elements(LongConsumer each) throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int outer = in.pushLimit(in.readUInt32());
        while (!in.isAtEnd()) {
            each.accept(in.readUInt64());
        }
        in.popLimit(outer);
    }

    /** The numbers of a packed field that has eight bytes for each. */
    void fixedElements(LongConsumer each) throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int outer = in.pushLimit(in.readUInt32());
        while (!in.isAtEnd()) {
            each.accept(in.readFixed64());
        }
        in.popLimit(outer);
    }

    private void require(int type) throws IOException {
        if (WireFormat.getTagWireType(tag) != type) {
            throw new InvalidProtocolBufferException("field " + field() + " is not of the type that it has here");
        }
    }

    private int enter() throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        depth++;
        if (depth > NESTING) {
            throw new InvalidProtocolBufferException("messages lie inside each other more than " + NESTING + " deep");
        }
        return in.pushLimit(in.readUInt32());
    }

    private void leave(int outer) throws IOException {
        in.checkLastTagWas(0);
        in.popLimit(outer);
        depth--;
    }
}
