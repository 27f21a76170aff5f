package dev.safar.core.runtime;

/** What is remembered of a customer's visits, as far as some condition or template asks for it. */
public record Browsing() {

    /** Nothing yet. */
    public static final Browsing NONE = new Browsing();
}
