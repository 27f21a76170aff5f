package dev.safar.standalone.audit;

/** The audit could not be made; that says nothing about the guarantees. */
public final class AuditFailedException extends RuntimeException {

    AuditFailedException(String message) {
        super(message);
    }

    AuditFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
