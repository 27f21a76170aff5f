package dev.safar.standalone.backtest.sort;

import java.io.Closeable;
import java.io.IOException;

/** Byte strings, one after another. */
public interface Entries extends Closeable {

    /** Goes to the next one; false where there is none. */
    boolean advance() throws IOException;

    /** The one it stands at. */
    byte[] entry();

    @Override
    void close() throws IOException;
}
