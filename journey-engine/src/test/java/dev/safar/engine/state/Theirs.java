package dev.safar.engine.state;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Fields as Protocol Buffers itself writes them. */
interface Theirs {

    void write(CodedOutputStream out) throws IOException;

    /** A message of these fields. */
    static byte[] bytes(Theirs fields) {
        var bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            fields.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
