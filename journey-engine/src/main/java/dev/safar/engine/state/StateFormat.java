package dev.safar.engine.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The leading byte of every stored value, which names the format of the rest. */
final class StateFormat {

    static final byte VERSION_1 = 1;

    private StateFormat() {}

    static byte[] write(MessageLite message) {
        byte[] stored = new byte[1 + message.getSerializedSize()];
        stored[0] = VERSION_1;
        try {
            message.writeTo(CodedOutputStream.newInstance(stored, 1, stored.length - 1));
        } catch (IOException e) {
            throw new UncheckedIOException("an array has no end before its end", e);
        }
        return stored;
    }

    static byte[] write(BackwardWriter message) {
        return message.toByteArray(VERSION_1);
    }

    /**
     * Reads a stored value.
     *
     * @throws UnreadableStateException if a newer version wrote it, or it is damaged
     */
    static <T> T read(byte[] stored, Parser<T> parser) {
        require(stored);
        try {
            CodedInputStream value = CodedInputStream.newInstance(stored, 1, stored.length - 1);
            value.setRecursionLimit(ForwardReader.NESTING);
            return parser.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw damaged(e);
        }
    }

    /**
     * The same without objects in between.
     *
     * @throws UnreadableStateException if a newer version wrote it, or it is damaged
     */
    static <T> T read(byte[] stored, ForwardReader.Part<T> part) {
        require(stored);
        try {
            return part.read(new ForwardReader(stored, 1));
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static void require(byte[] stored) {
        if (stored.length == 0) {
            throw new UnreadableStateException("stored state is empty");
        }
        if (stored[0] != VERSION_1) {
            throw new UnreadableStateException(
                    "stored state has format " + stored[0] + ", this version reads formats up to " + VERSION_1
                            + "; run the version that wrote it, or a newer one");
        }
    }

    private static UnreadableStateException damaged(IOException e) {
        return new UnreadableStateException("stored state is damaged", e);
    }
}
