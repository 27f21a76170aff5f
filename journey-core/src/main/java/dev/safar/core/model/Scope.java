package dev.safar.core.model;

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

    /** When an event last happened, by its own time. */
    Optional<Instant> last(String event);

    /** When an event first happened, by its own time. */
    Optional<Instant> first(String event);

    /** {@code run.key}, {@code run.started_at} (an {@code Instant}), {@code run.start} (a map); empty before a run exists. */
    Map<String, Object> run();

    Instant now();
}
