package dev.safar.standalone.demo;

/** Segment's names of the events that the recordings hold, and of the one that shoppers add. */
final class EventNames {

    static final String PRODUCT_VIEWED = "Product Viewed";
    static final String PRODUCT_ADDED = "Product Added";
    static final String ORDER_COMPLETED = "Order Completed";
    static final String ORDER_REFUNDED = "Order Refunded";
    static final String SURVEY_ANSWERED = "Survey Answered";

    private EventNames() {}
}
