package dev.safar.dispatch.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What another system said to a call.
 *
 * @param status of HTTP; 0 where nothing came back
 * @param body the JSON object that came back, without nulls; empty where none did
 */
public record Reply(int status, Map<String, Object> body) {

    /** Silence. */
    public static final Reply NONE = new Reply(0, Map.of());

    public Reply {
        body = body == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }
}
