package dev.safar.core.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds a message back, moves it or drops it, whatever journey it comes from.
 *
 * @param weekend the days on which the customer's week rests
 * @param quietHours per channel, in the customer's own zone
 * @param caps per channel, over all journeys
 * @param topics whether a topic may be written about while the customer has said neither yes nor no
 */
public record Policies(
        Set<DayOfWeek> weekend,
        Map<Channel, QuietHours> quietHours,
        Map<Channel, Cap> caps,
        Map<String, Boolean> topics,
        Optional<Holdout> holdout,
        Optional<OfferBudget> offers) {

    /** The highest number that a cap or a budget can have: nobody counts further. */
    public static final int COUNTED = 50;

    /** Nothing is held back. */
    public static final Policies NONE = new Policies(
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty());

    public Policies {
        weekend = Set.copyOf(weekend);
        quietHours = Map.copyOf(quietHours);
        caps = Map.copyOf(caps);
        topics = Map.copyOf(topics);
    }

    /**
     * From one local time to another, past midnight where {@code to} is not after {@code from}.
     *
     * @param weekend whether days of the weekend are quiet from morning to night too
     */
    public record QuietHours(LocalTime from, LocalTime to, boolean weekend) {}

    /**
     * How many messages of a channel a customer gets at most.
     *
     * @param perDay per day of the customer's calendar
     * @param perWeek in any seven such days in a row
     * @param defers whether a message over the cap waits for its turn; else it is dropped
     */
    public record Cap(Optional<Integer> perDay, Optional<Integer> perWeek, boolean defers) {}

    /**
     * Customers who get no messages, so that what messages achieve can be measured.
     *
     * @param share in per cent of all customers, 0 to 100
     * @param except topics that reach them all the same
     */
    public record Holdout(double share, Set<String> except) {
        public Holdout {
            except = Set.copyOf(except);
        }
    }

    /** How many offers one customer gets within a time, over all journeys. */
    public record OfferBudget(int perCustomer, Duration within) {}
}
