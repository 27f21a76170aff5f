package dev.safar.engine.streams;

/** A record of the events topic that is not an event. */
final class BadEventException extends RuntimeException {

    BadEventException(String message) {
        super(message);
    }

    BadEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
