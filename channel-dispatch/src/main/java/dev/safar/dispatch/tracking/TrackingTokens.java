package dev.safar.dispatch.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.safar.contracts.ContractJson;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a tracking URL says, so that nobody can invent an opened message or use us to redirect elsewhere. The content
 * is signed, not hidden.
 */
public final class TrackingTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    /** With the rest of the request line it has to stay below what HTTP servers take, which may be as little as 4,096. */
    static final int LONGEST = 3_900;

    private final SecretKeySpec key;

    /**
     * Signs with a secret.
     *
     * @throws IllegalArgumentException if it is shorter than 16 characters
     */
    public TrackingTokens(String secret) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("the tracking secret needs at least 16 characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String issue(MessageRef message) {
        return sign(new Content(message, null));
    }

    public String issue(MessageRef message, String url) {
        return sign(new Content(message, url));
    }

    /** What a token says; empty if it is not ours. */
    public Optional<Tracked> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(token.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, signature(content))) {
                return Optional.empty();
            }
            Content read = ContractJson.read(content, Content.class);
            return Optional.of(new Tracked(read.message(), Optional.ofNullable(read.url())));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private String sign(Content content) {
        byte[] bytes = ContractJson.write(content);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(bytes) + "." + encoder.encodeToString(signature(bytes));
    }

    private byte[] signature(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The content of a token of ours. */
    public record Tracked(MessageRef message, Optional<String> url) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Content(@JsonProperty("of") MessageRef message, @JsonProperty("u") String url) {}
}
