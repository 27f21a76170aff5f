package dev.safar.ingest.accept;

/** How much a client may send: Segment's limits, which its clients keep to. */
public final class Limits {

    /** Of one event, as sent, and the context that its batch gives it. */
    public static final int EVENT_BYTES = 32 * 1024;

    /** Of a body, after decompression. */
    public static final int BODY_BYTES = 500 * 1024;

    /** Of a batch. */
    public static final int BATCH_CALLS = 2500;

    /** Of all events of a batch, each with the context that the batch gives to all of them. */
    static final int EXPANDED_BYTES = 8 * 1024 * 1024;

    /** Of user, anonymous, message, group and previous ids. */
    public static final int ID_LENGTH = 256;

    public static final int EVENT_NAME_LENGTH = 200;

    /** Of objects and arrays in properties, traits and context. */
    public static final int DEPTH = 20;

    /** Beyond this a body is not even read to its end. */
    static final int BODY_DEPTH = 200;

    private Limits() {}
}
