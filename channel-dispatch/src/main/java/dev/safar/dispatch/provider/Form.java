package dev.safar.dispatch.provider;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Form parameters in order, encoded as the providers' own libraries do: a space is {@code %20}. */
public final class Form {

    private final Map<String, String> parameters = new LinkedHashMap<>();

    public Form with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public String encoded() {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The parameters of an encoded form; of a repeated one the last. */
    public static Map<String, String> decode(String encoded) {
        Map<String, String> decoded = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decoded.put(decodePart(pair.substring(0, equals)), decodePart(pair.substring(equals + 1)));
            }
        }
        return decoded;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decodePart(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
