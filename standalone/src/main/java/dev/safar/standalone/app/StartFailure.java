package dev.safar.standalone.app;

/** Why Safar can't start, in one line that its user can act on. */
public class StartFailure extends RuntimeException {

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
