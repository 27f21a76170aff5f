package dev.safar.core.model;

/**
 * A named condition over a customer.
 *
 * @param timeDependent whether time alone can change who is in it
 */
public record Segment(SegmentId id, Condition condition, boolean timeDependent) {}
