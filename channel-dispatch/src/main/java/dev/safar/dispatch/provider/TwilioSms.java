package dev.safar.dispatch.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** SMS by Twilio's Messages API. It knows no idempotency key: a message whose answer got lost may arrive twice. */
public final class TwilioSms implements ChannelProvider<Content.Sms> {

    /** Twilio keeps a message for 10 hours at most. */
    private static final long LONGEST_VALIDITY_SECONDS = 36_000;

    private static final String MESSAGING_SERVICE = "MG";

    private final HttpCaller http;
    private final Settings settings;

    /**
     * Where and as whom to call.
     *
     * @param url {@code https://api.twilio.com}
     */
    public record Settings(
            String url,
            String accountSid,
            String authToken,
            PhoneNumbers numbers,
            SmsCallbackUrls callbacks,
            SafarHeaders headers) {}

    public TwilioSms(HttpCaller http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public Answer send(Envelope envelope, Content.Sms content) {
        Optional<String> to = settings.numbers().e164(envelope.to());
        if (to.isEmpty()) {
            return new Answer.Refused("bad-number");
        }
        String body = form(envelope, to.get(), content).encoded();
        URI url = URI.create(settings.url() + "/2010-04-01/Accounts/" + settings.accountSid() + "/Messages.json");
        return http.post(url, headers(envelope), body, TwilioSms::judge);
    }

    private Form form(Envelope envelope, String to, Content.Sms content) {
        Form form = new Form().with("To", to);
        settings.callbacks().of(envelope.message()).ifPresent(url -> form.with("StatusCallback", url));
        envelope.validFor()
                .map(time -> Math.max(1, Math.min(LONGEST_VALIDITY_SECONDS, time.toSeconds())))
                .ifPresent(seconds -> form.with("ValidityPeriod", Long.toString(seconds)));
        String from = envelope.from();
        form.with(from.startsWith(MESSAGING_SERVICE) ? "MessagingServiceSid" : "From", from);
        return form.with("Body", content.text());
    }

    private Map<String, String> headers(Envelope envelope) {
        String credentials = settings.accountSid() + ":" + settings.authToken();
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = new LinkedHashMap<>(settings.headers().of(envelope));
        headers.put("Authorization", "Basic " + basic);
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        return headers;
    }

    private static Answer judge(HttpResult.Answered answered) {
        JsonNode body = Json.read(answered.body());
        if (answered.status() / 100 == 2) {
            return new Answer.Accepted(body.path("sid").asText());
        }
        return HttpCaller.byStatus(answered, "twilio " + body.path("code").asText(Integer.toString(answered.status())));
    }
}
