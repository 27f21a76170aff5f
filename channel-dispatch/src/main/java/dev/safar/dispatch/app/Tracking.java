package dev.safar.dispatch.app;

import dev.safar.dispatch.provider.Form;
import dev.safar.dispatch.provider.SmsCallbackUrls;
import dev.safar.dispatch.tracking.MessageRef;
import dev.safar.dispatch.tracking.RecentMessages;
import dev.safar.dispatch.tracking.TrackingLinks;
import dev.safar.dispatch.tracking.TrackingTokens;
import dev.safar.dispatch.tracking.TwilioSignature;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** How customers and providers come back to us, as far as it is set up. */
@ApplicationScoped
public class Tracking {

    static final String TWILIO_CALLBACKS = "/callbacks/sms/twilio";

    private static final int RECENT = 50_000;

    private final Optional<TrackingTokens> tokens;
    private final Optional<String> publicUrl;
    private final Optional<TwilioSignature> twilio;
    private final Optional<byte[]> callbackKey;
    private final RecentMessages recent = new RecentMessages(RECENT);

    Tracking(DispatchConfig config) {
        this.publicUrl = config.publicUrl().map(url -> url.replaceAll("/+$", ""));
        this.tokens = config.trackingSecret().map(TrackingTokens::new);
        this.twilio = config.sms().provider().equals("twilio")
                ? config.sms().secret().map(TwilioSignature::new)
                : Optional.empty();
        this.callbackKey = config.sms().callbackKey().map(key -> key.getBytes(StandardCharsets.UTF_8));
        if (publicUrl.isEmpty() || tokens.isEmpty()) {
            Log.warn("opens, clicks and SMS deliveries are not tracked: they need safar.dispatch.public-url and"
                    + " safar.dispatch.tracking-secret");
        }
    }

    Optional<TrackingLinks> links() {
        return tokens.flatMap(known -> publicUrl.map(url -> new TrackingLinks(known, url)));
    }

    /** What a token says; empty if it is not ours. */
    Optional<TrackingTokens.Tracked> read(String token) {
        return tokens.flatMap(known -> known.read(token));
    }

    /** Callback URLs name the message for people to read, and in a token that can't be forged. */
    SmsCallbackUrls smsCallbacks() {
        return message -> tokens.flatMap(
                known -> publicUrl.map(url -> url + TWILIO_CALLBACKS + "?" + query(message, known.issue(message))));
    }

    /** Whether a callback comes from who it says; without an account there is no signature to look at. */
    boolean fromTwilio(String signature, String pathAndQuery, Map<String, String> form) {
        return twilio.map(known ->
                        signature != null && known.matches(signature, publicUrl.orElse("") + pathAndQuery, form))
                .orElse(true);
    }

    /** Whether a callback knows the key; without one nobody does. */
    boolean knowsCallbackKey(String key) {
        return key != null
                && callbackKey
                        .filter(known -> MessageDigest.isEqual(known, key.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }

    /** What Kavenegar has taken from this process. */
    RecentMessages recent() {
        return recent;
    }

    private static String query(MessageRef message, String token) {
        return new Form()
                .with("message_id", message.messageId())
                .with("customer", message.customerId())
                .with("journey", message.journey())
                .with("step", message.step())
                .with("token", token)
                .encoded();
    }
}
