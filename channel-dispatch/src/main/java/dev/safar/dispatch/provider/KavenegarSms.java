package dev.safar.dispatch.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.safar.dispatch.tracking.MessageRef;
import dev.safar.dispatch.tracking.RecentMessages;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SMS by Kavenegar's API. A repeated {@code localid} is recognised there, so that nothing is sent twice. */
public final class KavenegarSms implements ChannelProvider<Content.Sms> {

    private static final int OK = 200;
    private static final int OVERLOADED = 409;
    private static final int NO_CREDIT = 418;

    /** Of the account and not of the message: inactive, wrong key, no access, no credit. */
    private static final Set<Integer> ACCOUNT_TROUBLE = Set.of(401, 403, 407, NO_CREDIT);

    /** Failed, undelivered, blocked by the receiver. */
    private static final Set<Integer> NOT_DELIVERABLE = Set.of(6, 11, 14);

    private final HttpCaller http;
    private final Settings settings;

    /**
     * Where and as whom to call.
     *
     * @param url {@code https://api.kavenegar.com}
     * @param accepted remembers what was taken, since reports name nothing else than Kavenegar's own id
     */
    public record Settings(String url, String apiKey, PhoneNumbers numbers, RecentMessages accepted) {}

    public KavenegarSms(HttpCaller http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "kavenegar";
    }

    @Override
    public Answer send(Envelope envelope, Content.Sms content) {
        Optional<String> to = settings.numbers().nationalIn("IR", envelope.to());
        if (to.isEmpty()) {
            return new Answer.Refused("bad-number");
        }
        String body = new Form()
                .with("message", content.text())
                .with("sender", envelope.from())
                .with("receptor", to.get())
                .with("localid", LocalIds.of(envelope.message().messageId()))
                .encoded();
        Map<String, String> headers =
                new LinkedHashMap<>(SafarHeaders.forProviders().of(envelope));
        headers.put("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        return http.post(
                URI.create(settings.url() + "/v1/" + settings.apiKey() + "/sms/send.json"),
                headers,
                body,
                answered -> remembering(judge(answered), envelope.message()));
    }

    private Answer remembering(Answer answer, MessageRef message) {
        if (answer instanceof Answer.Accepted taken) {
            settings.accepted().add(taken.providerId(), message);
        }
        return answer;
    }

    private static Answer judge(HttpResult.Answered answered) {
        JsonNode body = Json.read(answered.body());
        int code = body.path("return").path("status").asInt(answered.status());
        String reason = "kavenegar " + code;
        if (code == OK) {
            JsonNode entry = body.path("entries").path(0);
            int status = entry.path("status").asInt();
            return NOT_DELIVERABLE.contains(status)
                    ? new Answer.Refused("kavenegar status " + status)
                    : new Answer.Accepted(entry.path("messageid").asText());
        }
        if (ACCOUNT_TROUBLE.contains(code)) {
            return new Answer.Unreachable(reason);
        }
        return code == OVERLOADED
                ? new Answer.TryAgain(reason, answered.retryAfter())
                : HttpCaller.byStatus(answered, reason);
    }
}
