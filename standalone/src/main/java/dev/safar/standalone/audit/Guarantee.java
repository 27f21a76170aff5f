package dev.safar.standalone.audit;

/** What Safar promises and an audit looks into. */
public enum Guarantee {
    APPLIED_ONCE("applied-once", "every accepted event applied once"),
    ASKED_ONCE("asked-once", "no message twice in the outbox"),
    SENT_ONCE("sent-once", "no message twice at the provider"),
    NOT_CANCELLED("not-cancelled", "no message after an event that cancels it"),
    BALANCED("balanced", "entered = waiting + finished"),
    NOTHING_OVERDUE("nothing-overdue", "nothing due left waiting"),
    DECIDED("decided", "a message for each decision to send, and no other"),
    SEEN_THROUGH("seen-through", "every message comes to its end or is still to come");

    private final String id;
    private final String promise;

    Guarantee(String id, String promise) {
        this.id = id;
        this.promise = promise;
    }

    /** For programs; stays as it is. */
    public String id() {
        return id;
    }

    /** For people. */
    public String promise() {
        return promise;
    }
}
