package dev.safar.standalone.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a provider.
 *
 * @param headers of a name the first, names in lower case
 */
record ProviderRequest(URI uri, Map<String, String> headers, String body) {

    static ProviderRequest of(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new ProviderRequest(exchange.getRequestURI(), headers, body);
    }

    /** The fields of a form, or of the query where there is no body. */
    Map<String, String> form() {
        return fields(body.isEmpty() ? uri.getRawQuery() : body);
    }

    static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : Optional.ofNullable(encoded).orElse("").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** When the sender sent it by its own clock; by {@code clock} if it does not say. */
    Instant sentAt(InstantSource clock) {
        try {
            return Instant.parse(headers.getOrDefault("x-safar-sent-at", ""));
        } catch (DateTimeParseException e) {
            return clock.instant();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
