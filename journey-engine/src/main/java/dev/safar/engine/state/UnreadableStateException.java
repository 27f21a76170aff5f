package dev.safar.engine.state;

/** A stored value that this version can't read: it was written by a newer one, or it is damaged. */
public final class UnreadableStateException extends RuntimeException {

    UnreadableStateException(String message) {
        super(message);
    }

    UnreadableStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
