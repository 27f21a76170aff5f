package dev.safar.core.runtime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Arithmetic on moments that stops at the ends of time instead of throwing. */
final class Instants {

    private Instants() {}

    static Instant after(Instant start, Duration length) {
        try {
            return start.plus(length);
        } catch (DateTimeException | ArithmeticException e) {
            return length.isNegative() ? Instant.MIN : Instant.MAX;
        }
    }

    static Instant before(Instant end, Duration length) {
        try {
            return end.minus(length);
        } catch (DateTimeException | ArithmeticException e) {
            return length.isNegative() ? Instant.MAX : Instant.MIN;
        }
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
