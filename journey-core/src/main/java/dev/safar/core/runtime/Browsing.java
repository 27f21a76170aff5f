package dev.safar.core.runtime;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of a customer's visits, as far as some condition or template asks for it.
 *
 * @param seen per product when it was looked at last
 */
public record Browsing(Sessions sessions, Map<String, Instant> seen, Cart cart) {

    /** Nothing yet. */
    public static final Browsing NONE = new Browsing(Sessions.NONE, Map.of(), Cart.EMPTY);

    /** How many products are remembered that were looked at. */
    public static final int SEEN_LIMIT = 100;

    public Browsing {
        seen = Map.copyOf(seen);
    }

    Browsing after(Impression.Visit visit, Instant time, Instant now) {
        return new Browsing(
                visit.sessions().map(window -> sessions.plus(time, window, now)).orElse(sessions),
                visit.seen().map(product -> seeing(product, time)).orElse(seen),
                visit.cart().map(change -> cart.after(change, time)).orElse(cart));
    }

    private Map<String, Instant> seeing(String product, Instant time) {
        Map<String, Instant> changed = new HashMap<>(seen);
        changed.merge(product, time, Instants::later);
        if (changed.size() > SEEN_LIMIT) {
            Optional<Map.Entry<String, Instant>> oldest = changed.entrySet().stream()
                    .min(Map.Entry.<String, Instant>comparingByValue()
                            .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()));
            oldest.map(Map.Entry::getKey).ifPresent(changed::remove);
        }
        return changed;
    }
}
