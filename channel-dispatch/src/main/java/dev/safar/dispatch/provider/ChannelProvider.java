package dev.safar.dispatch.provider;

/**
 * A way to the customer. Called from many threads; returns within a bounded time; never throws for what a provider or a
 * network does. The same message id may come again, and providers that can recognise it are given it.
 */
public interface ChannelProvider<C extends Content> {

    /** For logs and reasons. */
    String name();

    Answer send(Envelope envelope, C content);

    /** True where the run waits for the answer: it has to come before the message is worth nothing any more, be it a bad one. */
    default boolean awaited() {
        return false;
    }

    /** False while asking would be useless; then messages are held. */
    default boolean available() {
        return true;
    }
}
