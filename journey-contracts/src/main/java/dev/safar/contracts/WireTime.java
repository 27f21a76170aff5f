package dev.safar.contracts;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Instants in the form of {@link Instant#toString}, such as {@code 2026-03-01T09:00:00.250Z} (RFC 3339), which every record holds
 * several of: read and written without a formatter where they have the usual form.
 */
final class WireTime {

    private static final int SECONDS_LENGTH = 20;
    private static final int MILLIS_LENGTH = 24;
    private static final int DAY = 86_400;
    private static final int MILLI = 1_000_000;

    /** Years have four digits from here. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

    private WireTime() {}

    /** An instant of this form in UTC, to the second or the millisecond; empty for any other form. */
    static Optional<Instant> read(String text) {
        int length = text.length();
        if ((length != SECONDS_LENGTH && length != MILLIS_LENGTH) || !isUsual(text)) {
            return Optional.empty();
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            int second = number(text, 17, 19);
            if (hour > 23 || minute > 59 || second > 59) {
                return Optional.empty();
            }
            int nanos = length == MILLIS_LENGTH ? number(text, 20, 23) * MILLI : 0;
            return Optional.of(Instant.ofEpochSecond(day * DAY + hour * 3600L + minute * 60L + second, nanos));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same as {@link Instant#toString}. */
    static String write(Instant instant) {
        int millis = instant.getNano() / MILLI;
        if (instant.isBefore(FIRST) || !instant.isBefore(BEYOND) || millis * MILLI != instant.getNano()) {
            return instant.toString();
        }
        long day = Math.floorDiv(instant.getEpochSecond(), (long) DAY);
        LocalDate date = LocalDate.ofEpochDay(day);
        int second = (int) (instant.getEpochSecond() - day * DAY);
        byte[] text = new byte[millis == 0 ? SECONDS_LENGTH : MILLIS_LENGTH];
        put(text, 0, 4, date.getYear());
        text[4] = '-';
        put(text, 5, 7, date.getMonthValue());
        text[7] = '-';
        put(text, 8, 10, date.getDayOfMonth());
        text[10] = 'T';
        put(text, 11, 13, second / 3600);
        text[13] = ':';
        put(text, 14, 16, second / 60 % 60);
        text[16] = ':';
        put(text, 17, 19, second % 60);
        if (millis != 0) {
            text[19] = '.';
            put(text, 20, 23, millis);
        }
        text[text.length - 1] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static boolean isUsual(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            char wanted = "0000-00-00T00:00:00.000".charAt(i);
            char there = text.charAt(i);
            if (wanted == '0' ? there < '0' || there > '9' : there != wanted) {
                return false;
            }
        }
        return text.charAt(text.length() - 1) == 'Z';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static void put(byte[] text, int from, int to, int number) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
