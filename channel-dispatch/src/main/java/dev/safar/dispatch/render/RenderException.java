package dev.safar.dispatch.render;

/** A template that can't become a message. Its reason names the trouble, never the customer's data. */
public final class RenderException extends RuntimeException {

    RenderException(String reason, Throwable cause) {
        super("render: " + reason, cause);
    }

    RenderException(String reason) {
        super("render: " + reason);
    }
}
