package dev.safar.core.runtime;

import dev.safar.core.model.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Picks what a template reads out of all that it could. */
final class Variables {

    private static final String CART = "customer.cart";
    private static final String SESSIONS = "customer.sessions";

    private final Settings settings;

    Variables(Settings settings) {
        this.settings = settings;
    }

    /**
     * Exactly the dotted paths, as nested maps; what is not there is left out.
     *
     * @param with what the step gives its template
     */
    Map<String, Object> select(Set<String> paths, Customer customer, Run run, Map<String, Object> with) {
        Map<String, Object> all = Map.of(
                "customer",
                person(paths, customer),
                "run",
                run.variables(),
                "offer",
                run.offer().map(Variables::of).orElse(Map.of()),
                "shop",
                settings.shop(),
                "with",
                with);
        Part selected = new Part();
        for (String path : new TreeSet<>(paths)) { // a path comes before those inside it
            List<String> names = List.of(path.split("\\."));
            valueAt(names, all).ifPresent(value -> put(names, value, selected));
        }
        return selected;
    }

    /** The attributes, and what takes the place of some. */
    private static Map<String, Object> person(Set<String> paths, Customer customer) {
        boolean browsing = paths.stream().anyMatch(path -> path.startsWith(CART) || path.equals(SESSIONS));
        if (!browsing) {
            return customer.attributes();
        }
        Map<String, Object> person = new HashMap<>(customer.attributes());
        person.put("cart", customer.browsing().cart().fields());
        person.put("sessions", customer.browsing().sessions().count());
        return person;
    }

    private static Map<String, Object> of(Offer offer) {
        return Map.of(
                "id",
                offer.id(),
                "percent",
                (long) offer.percent(),
                "code",
                offer.code(),
                "valid_until",
                offer.validUntil());
    }

    private static Optional<Object> valueAt(List<String> names, Map<?, ?> all) {
        Object value = all;
        for (String name : names) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return Optional.ofNullable(value);
    }

    private static void put(List<String> names, Object value, Part to) {
        String first = names.get(0);
        if (names.size() == 1) {
            to.put(first, value);
        } else if (to.computeIfAbsent(first, absent -> new Part()) instanceof Part inner) {
            put(names.subList(1, names.size()), value, inner);
        }
    }

    /** A map in the making, told apart from one that was copied whole. */
    private static final class Part extends HashMap<String, Object> {
        private static final long serialVersionUID = 1;
    }
}
