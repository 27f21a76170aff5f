package dev.safar.dispatch.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs calls as Standard Webhooks lays down, so that whoever is called can tell them from a stranger's. */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String BASE64_SECRET = "whsec_";
    private static final int SHORTEST = 16;

    private final SecretKeySpec key;

    /**
     * Signs with a secret: {@code whsec_} and Base64, or any other text as it is.
     *
     * @throws IllegalArgumentException if it is shorter than 16 bytes, or not Base64
     */
    public WebhookSignature(String secret) {
        byte[] bytes = secret.startsWith(BASE64_SECRET)
                ? Base64.getDecoder().decode(secret.substring(BASE64_SECRET.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("the secret of webhooks needs at least " + SHORTEST + " bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The value of the header {@code webhook-signature}. */
    String of(String id, long epochSecond, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed = mac.doFinal((id + "." + epochSecond + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
