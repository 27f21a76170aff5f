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

    private static final int SECONDS = 19;
    private static final int FRACTION = SECONDS + 1;
    private static final int LONGEST = FRACTION + 9 + 1;
    private static final int DAY = 86_400;
    private static final int BILLION = 1_000_000_000;

    /** Years have four digits from here. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant BEYOND = Instant.parse("+10000-01-01T00:00:00Z");

    private WireTime() {}

    /** An instant of this form in UTC, to the second or to one to nine digits more; empty for any other form. */
    static Optional<Instant> read(String text) {
        if (!isUsual(text)) {
            return Optional.empty();
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            int second = number(text, 17, SECONDS);
            if (hour > 23 || minute > 59 || second > 59) {
                return Optional.empty();
            }
            return Optional.of(Instant.ofEpochSecond(day * DAY + hour * 3600L + minute * 60L + second, nanos(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int nanos(String text) {
        int nanos = 0;
        int unit = BILLION;
        for (int i = FRACTION; i < text.length() - 1; i++) {
            unit /= 10;
            nanos += (text.charAt(i) - '0') * unit;
        }
        return nanos;
    }

    /** The same as {@link Instant#toString}. */
    static String write(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(BEYOND)) {
            return instant.toString();
        }
        long day = Math.floorDiv(instant.getEpochSecond(), (long) DAY);
        LocalDate date = LocalDate.ofEpochDay(day);
        int second = (int) (instant.getEpochSecond() - day * DAY);
        int nanos = instant.getNano();
        int digits = digits(nanos);
        byte[] text = new byte[digits == 0 ? SECONDS + 1 : FRACTION + digits + 1];
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
        put(text, 17, SECONDS, second % 60);
        if (digits != 0) {
            text[SECONDS] = '.';
            put(text, FRACTION, FRACTION + digits, nanos / unitOf(digits));
        }
        text[text.length - 1] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** As few groups of three as tell it. */
    private static int digits(int nanos) {
        if (nanos == 0) {
            return 0;
        }
        return nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
    }

    private static int unitOf(int digits) {
        return digits == 3 ? 1_000_000 : digits == 6 ? 1_000 : 1;
    }

    private static boolean isUsual(String text) {
        int length = text.length();
        if ((length != SECONDS + 1 && (length <= FRACTION + 1 || length > LONGEST)) || text.charAt(length - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < length - 1; i++) {
            char wanted = i < FRACTION ? "0000-00-00T00:00:00.".charAt(i) : '0';
            char there = text.charAt(i);
            if (wanted == '0' ? there < '0' || there > '9' : there != wanted) {
                return false;
            }
        }
        return true;
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
