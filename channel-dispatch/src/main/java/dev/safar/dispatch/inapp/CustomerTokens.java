package dev.safar.dispatch.inapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * With what a shop's page proves whose page it is: {@code <customer>.<end>.<signature>}, the customer's id and the HMAC-SHA256
 * over all before the last dot in Base64 for URLs, the end in seconds since 1970. The shop makes it, since only the shop knows who
 * is logged in.
 */
public final class CustomerTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;
    private static final int LONGEST = 1_000;
    private static final Pattern FORM = Pattern.compile("(([\\w-]+)\\.([0-9]{1,12}))\\.([\\w-]+)");

    private final SecretKeySpec key;

    /**
     * Checks with the secret that the shop has.
     *
     * @throws IllegalArgumentException if it is shorter than 16 characters
     */
    public CustomerTokens(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("the secret of in-app messages needs at least 16 characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String issue(String customer, Instant end) {
        String content = encode(customer.getBytes(StandardCharsets.UTF_8)) + "." + end.getEpochSecond();
        return content + "." + encode(signature(content));
    }

    /** The customer; empty if the token is not the shop's, or too old. */
    public Optional<String> customer(String token, Instant now) {
        Matcher form = FORM.matcher(token);
        if (token.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(form.group(4));
            boolean valid = MessageDigest.isEqual(signature, signature(form.group(1)))
                    && now.getEpochSecond() <= Long.parseLong(form.group(3));
            return valid
                    ? Optional.of(new String(Base64.getUrlDecoder().decode(form.group(2)), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] signature(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
