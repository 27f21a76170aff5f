package dev.safar.engine.streams;

/** The stores of this instance can't be read at the moment: it starts, stops, or its tasks are moving. */
public final class StoresUnavailableException extends RuntimeException {

    StoresUnavailableException(Throwable cause) {
        super("the stores can't be read at the moment", cause);
    }
}
