package dev.safar.ingest.accept;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Optional;

/** When a call happened, by the sender's clock and by ours. */
final class Timestamps {

    /** ISO-8601 with a zone; months and days of one digit, which Segment's own examples contain, are let through. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendValue(ChronoField.YEAR, 4)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.SMART);

    private Timestamps() {}

    /** The instant, unless the text isn't one or lies before 1970. */
    static Optional<Instant> parse(String text) {
        return UsualTime.parse(text).or(() -> parseIso(text)).filter(Timestamps::plausible);
    }

    static Optional<Instant> parseIso(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, ISO).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static boolean plausible(Instant instant) {
        return !instant.isBefore(Instant.EPOCH);
    }

    /**
     * When it happened by our clock, as Segment computes it: what passed between the call and its sending, by the sender's clock,
     * is taken off the time of receipt. Never after the receipt.
     *
     * @param happened by the sender's clock
     * @param sent by the same clock
     */
    static Instant corrected(Instant happened, Optional<Instant> sent, Instant receivedAt) {
        Instant corrected =
                sent.map(at -> receivedAt.minus(Duration.between(happened, at))).orElse(happened);
        return notAfter(receivedAt, corrected);
    }

    static Instant notAfter(Instant receivedAt, Instant instant) {
        return instant.isAfter(receivedAt) ? receivedAt : instant;
    }
}
