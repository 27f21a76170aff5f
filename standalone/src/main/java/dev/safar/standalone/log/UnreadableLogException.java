package dev.safar.standalone.log;

/** A log can't be read as far as it should; the message says which, and from where. */
public final class UnreadableLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableLogException(String message) {
        super(message);
    }

    UnreadableLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
