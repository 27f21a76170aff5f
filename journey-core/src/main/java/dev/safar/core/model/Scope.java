package dev.safar.core.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a condition or a template may look at: the same names in both.
 *
 * <p>Maps hold only {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code Instant}, lists and maps of these.
 */
public interface Scope {

    /** The observed fields of the event at hand; empty where there is none, as when a timer fired. */
    Map<String, Object> event();

    /** The customer's attributes. */
    Map<String, Object> attributes();

    /** How often an event happened so far; 0 if never. */
    long count(String event);

    /** How often an event happened within a time back from now. */
    long count(String event, Duration window);

    /** All that one field of an event ever added up to; 0 if it never happened. */
    double sum(String event, String field);

    /** What one field of an event added up to within a time back from now. */
    double sum(String event, String field, Duration window);

    /** When an event last happened, by its own time. */
    Optional<Instant> last(String event);

    /** When an event first happened, by its own time. */
    Optional<Instant> first(String event);

    /** How often the customer came to the shop, with half an hour of quiet between one time and the next. */
    long sessions();

    /** How often the customer came within a time back from now. */
    long sessions(Duration window);

    /** Whether the customer has looked at a product. */
    boolean seen(String product);

    /** {@code items} (a list of maps with {@code product_id}, {@code quantity}, {@code price}), {@code count}, {@code total}. */
    Map<String, Object> cart();

    /** Per channel whether it may be used: what the customer said, else what holds by default. */
    Map<String, Object> consents();

    /** Whether the customer is in a segment; false where there is none of that name. */
    boolean in(String segment);

    /** {@code run.key}, {@code run.started_at} (an {@code Instant}), {@code run.start} (a map); empty before a run exists. */
    Map<String, Object> run();

    Instant now();
}
