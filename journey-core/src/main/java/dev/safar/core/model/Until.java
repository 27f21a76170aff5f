package dev.safar.core.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;

/** The moment that a {@code wait} ends at; one that has gone by is passed at once. */
public sealed interface Until {

    /** So long after the start of the run. */
    record SinceStart(Duration length) implements Until {}

    /**
     * The next time that the customer's clock shows {@code time}.
     *
     * @param days on one of these days only; empty for any
     * @param weekday not on a day of the workspace's weekend
     */
    record Local(Set<DayOfWeek> days, boolean weekday, LocalTime time) implements Until {
        public Local {
            days = Set.copyOf(days);
        }
    }

    /** A date in the data; one that is absent or can't be read is passed at once. */
    record Dated(DateReference date) implements Until {}
}
