package dev.safar.contracts;

/**
 * Record headers on {@link Topics#EVENTS}, UTF-8: enough to tell whether a record is of interest without reading its value.
 */
public final class Headers {

    /** {@code track}, {@code identify}, {@code page}, {@code screen}, … or {@link #TYPE_TICK}. */
    public static final String TYPE = "type";

    /** The event's name, on {@code track} records. */
    public static final String EVENT = "event";

    public static final String TYPE_TICK = "tick";

    private Headers() {}
}
