package dev.safar.standalone.chaos.process;

/** A process of the cluster does not do what it was told; the message is for the user. */
public final class ProcessFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProcessFailure(String message) {
        super(message);
    }

    ProcessFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
