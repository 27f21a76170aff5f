package dev.safar.standalone.sandbox;

import dev.safar.standalone.mailbox.MailboxEntry;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Twilio's Messages API: takes a message, answers 201, and reports it delivered to its {@code StatusCallback}. */
final class TwilioApi implements ProviderApi {

    private static final Pattern MESSAGES = Pattern.compile(".*/2010-04-01/Accounts/[^/]+/Messages\\.json");

    private final InstantSource clock;

    TwilioApi(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean matches(String path) {
        return MESSAGES.matcher(path).matches();
    }

    @Override
    public ProviderAnswer answer(ProviderRequest request) {
        Map<String, String> form = request.form();
        if (form.getOrDefault("To", "").isBlank()) {
            return ProviderAnswer.refusing(400, error(21604, "A 'To' phone number is required."));
        }
        if (form.getOrDefault("Body", "").isBlank()) {
            return ProviderAnswer.refusing(400, error(21602, "Message body is required."));
        }
        Optional<URI> callback = Optional.ofNullable(form.get("StatusCallback")).map(URI::create);
        MailboxEntry entry = entry(request, form, callback);
        String sid = "SM"
                + UUID.nameUUIDFromBytes(entry.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
        return new ProviderAnswer(
                201, accepted(sid, form), Optional.of(entry), callback.map(uri -> report(uri, sid, form)));
    }

    private MailboxEntry entry(ProviderRequest request, Map<String, String> form, Optional<URI> callback) {
        Map<String, String> about =
                callback.map(uri -> ProviderRequest.fields(uri.getRawQuery())).orElse(Map.of());
        return new MailboxEntry(
                "sms",
                about.getOrDefault("message_id", ""),
                about.getOrDefault("customer", ""),
                about.getOrDefault("journey", ""),
                about.getOrDefault("step", ""),
                form.get("To"),
                "",
                form.get("Body"),
                request.sentAt(clock));
    }

    private static DeliveryReport report(URI callback, String sid, Map<String, String> form) {
        String body = "MessageSid=" + sid + "&SmsSid=" + sid + "&MessageStatus=delivered&SmsStatus=delivered&To="
                + URLEncoder.encode(form.get("To"), StandardCharsets.UTF_8) + "&ApiVersion=2010-04-01";
        return new DeliveryReport(callback, body);
    }

    private static String accepted(String sid, Map<String, String> form) {
        return Json.write(Map.of(
                "sid",
                sid,
                "status",
                "queued",
                "to",
                form.get("To"),
                "from",
                form.getOrDefault("From", ""),
                "body",
                form.get("Body"),
                "api_version",
                "2010-04-01",
                "num_segments",
                "1"));
    }

    private static String error(int code, String message) {
        return Json.write(Map.of("code", code, "message", message, "status", 400));
    }
}
