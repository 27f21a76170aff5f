package dev.safar.ingest.accept;

import java.util.List;
import java.util.Map;

/** The trait {@code consents}, of which nothing must be passed over: a refusal that is not understood would be none. */
final class Consents {

    private static final String TRAIT = "consents";

    private Consents() {}

    /** A problem if it is there and can't be understood. */
    static void check(Map<String, Object> traits, Problems problems) {
        Object consents = traits.get(TRAIT);
        if (consents != null && !understood(consents)) {
            problems.add(
                    "traits." + TRAIT,
                    EventProblem.Kind.INVALID,
                    "must be a list of what is allowed, or an object with true or false for each");
        }
    }

    private static boolean understood(Object consents) {
        if (consents instanceof List<?> allowed) {
            return allowed.stream().allMatch(String.class::isInstance);
        }
        return consents instanceof Map<?, ?> each && each.values().stream().allMatch(Boolean.class::isInstance);
    }
}
