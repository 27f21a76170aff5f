package dev.safar.ingest.accept;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What of Segment's context goes into the log: what a journey may ask about. IP addresses, user agents, positions, advertising
 * and device ids, and the library's description of itself don't.
 */
final class ContextFilter {

    private static final Set<String> KEPT = Set.of(
            "active",
            "app",
            "campaign",
            "channel",
            "groupId",
            "locale",
            "os",
            "page",
            "referrer",
            "screen",
            "timezone");

    private static final Set<String> KEPT_OF_DEVICE = Set.of("type", "manufacturer", "model");

    private ContextFilter() {}

    static Map<String, Object> kept(Map<String, Object> context) {
        Map<String, Object> kept = only(KEPT, context);
        if (context.get("device") instanceof Map<?, ?> device) {
            Map<String, Object> described = only(KEPT_OF_DEVICE, device);
            if (!described.isEmpty()) {
                kept.put("device", described);
            }
        }
        return kept;
    }

    private static Map<String, Object> only(Set<String> names, Map<?, ?> of) {
        Map<String, Object> result = new LinkedHashMap<>();
        of.forEach((name, value) -> {
            if (name instanceof String text && names.contains(text)) {
                result.put(text, value);
            }
        });
        return result;
    }
}
