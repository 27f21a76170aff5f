package dev.safar.core.model;

import java.util.Objects;

/** A segment's name: the file name under {@code segments/} without its ending. */
public record SegmentId(String value) {

    public SegmentId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
