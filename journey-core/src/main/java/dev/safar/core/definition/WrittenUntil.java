package dev.safar.core.definition;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;

/** The moment a {@code wait} ends at, as written. */
public sealed interface WrittenUntil {

    /** {@code start + 24h}. */
    record SinceStart(WrittenDuration length) implements WrittenUntil {}

    /** {@code "10:00"}, {@code monday 10:00} or {@code weekday 10:00}. */
    record Local(Optional<DayOfWeek> day, boolean weekday, LocalTime time) implements WrittenUntil {}

    /** {@code customer.birthday - 3d}. */
    record Dated(WrittenDate date) implements WrittenUntil {}
}
