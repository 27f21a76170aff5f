package dev.safar.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The one calendar in which both recordings run: each is moved by whole weeks, so that times of day and days of the week
 * stay as they were.
 */
final class Calendar {

    private static final Duration OTTO_SHIFT = Duration.ofDays(7 * 157);
    private static final int RETAIL_SHIFT_WEEKS = 731;
    private static final ZoneId RETAIL_ZONE = ZoneId.of("Europe/London");

    private Calendar() {}

    static Instant otto(long unixMillis) {
        return Instant.ofEpochMilli(unixMillis).plus(OTTO_SHIFT);
    }

    /** Moved as local time, so that an order at nine stays one at nine where daylight saving time begins on another day. */
    static Instant retail(LocalDateTime local) {
        return local.plusWeeks(RETAIL_SHIFT_WEEKS).atZone(RETAIL_ZONE).toInstant();
    }
}
