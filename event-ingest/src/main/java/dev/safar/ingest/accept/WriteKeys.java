package dev.safar.ingest.accept;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys that may write, and the source each stands for. A key is configured as {@code key} or as {@code source@key};
 * without a name the source is a fingerprint, so that the key itself appears in no record and no metric.
 */
public final class WriteKeys {

    private static final Pattern NAMED = Pattern.compile("([a-z0-9-]+)@(.+)");
    private static final int FINGERPRINT_LENGTH = 8;

    private final Map<String, String> sources = new HashMap<>();

    public WriteKeys(List<String> configured) {
        for (String entry : configured) {
            Matcher named = NAMED.matcher(entry);
            if (named.matches()) {
                sources.put(named.group(2), named.group(1));
            } else {
                sources.put(entry, "key-" + Digest.hex(entry).substring(0, FINGERPRINT_LENGTH));
            }
        }
    }

    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /**
     * The key that the headers carry: the user of {@code Authorization: Basic}, else {@code X-Write-Key}. What can't be decoded
     * is a key too, one that nobody has.
     */
    public static Optional<String> fromHeaders(Optional<String> authorization, Optional<String> writeKey) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, "Basic ", 0, 6))
                .map(header -> userOf(header.substring(6).strip()))
                .or(() -> writeKey);
    }

    /** The source of a key; of a key written {@code id:secret} the id alone is enough. */
    Optional<String> source(String key) {
        int colon = key.indexOf(':');
        return Optional.ofNullable(sources.get(key))
                .or(() -> colon < 0 ? Optional.empty() : Optional.ofNullable(sources.get(key.substring(0, colon))));
    }

    private static String userOf(String credentials) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return decoded.endsWith(":") ? decoded.substring(0, decoded.length() - 1) : decoded;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
