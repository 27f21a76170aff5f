package dev.safar.dispatch.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Push by Firebase Cloud Messaging's HTTP v1 API; apps can tell repeated messages by {@code data.message_id}. */
public final class FcmPush implements ChannelProvider<Content.Push> {

    private final HttpCaller http;
    private final Settings settings;

    /**
     * Where and as whom to call.
     *
     * @param url {@code https://fcm.googleapis.com}
     * @param token an OAuth 2 access token; empty where none is asked for
     */
    public record Settings(String url, String project, Optional<String> token, SafarHeaders headers) {}

    public FcmPush(HttpCaller http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "fcm";
    }

    @Override
    public Answer send(Envelope envelope, Content.Push content) {
        URI url = URI.create(settings.url() + "/v1/projects/" + settings.project() + "/messages:send");
        String body = Json.write(Map.of("message", message(envelope, content)));
        return http.post(url, headers(envelope), body, FcmPush::judge);
    }

    private Map<String, String> headers(Envelope envelope) {
        Map<String, String> headers = new LinkedHashMap<>(settings.headers().of(envelope));
        settings.token().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        headers.put("Content-Type", "application/json; charset=UTF-8");

        return headers;
    }

    private static Map<String, Object> message(Envelope envelope, Content.Push content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("token", envelope.to());
        message.put("notification", Map.of("title", content.title(), "body", content.body()));
        message.put("data", data(envelope, content));
        Map<String, Object> webpush = new LinkedHashMap<>();
        content.link().ifPresent(link -> webpush.put("fcm_options", Map.of("link", link)));
        envelope.validFor().ifPresent(time -> {
            long seconds = Math.max(0, time.toSeconds());
            message.put("android", Map.of("ttl", seconds + "s"));
            message.put("apns", Map.of("headers", Map.of("apns-expiration", expiry(envelope.sentAt(), time))));
            webpush.put("headers", Map.of("TTL", Long.toString(seconds)));
        });
        if (!webpush.isEmpty()) {
            message.put("webpush", webpush);
        }
        return message;
    }

    private static String expiry(Instant sentAt, Duration time) {
        return Long.toString(sentAt.plus(time).getEpochSecond());
    }

    private static Map<String, String> data(Envelope envelope, Content.Push content) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("message_id", envelope.message().messageId());
        data.put("customer", envelope.message().customerId());
        data.put("journey", envelope.message().journey());
        data.put("step", envelope.message().step());
        content.link().ifPresent(link -> data.put("link", link));
        return data;
    }

    private static Answer judge(HttpResult.Answered answered) {
        JsonNode body = Json.read(answered.body());
        if (answered.status() / 100 == 2) {
            return new Answer.Accepted(body.path("name").asText());
        }
        JsonNode error = body.path("error");
        String code = errorCode(error).orElse(error.path("status").asText(Integer.toString(answered.status())));
        String reason = "fcm " + code;
        return switch (code) {
            case "UNREGISTERED", "NOT_FOUND", "INVALID_ARGUMENT", "SENDER_ID_MISMATCH" -> new Answer.Refused(reason);
            case "QUOTA_EXCEEDED", "RESOURCE_EXHAUSTED", "INTERNAL" ->
                new Answer.TryAgain(reason, answered.retryAfter());
            case "UNAVAILABLE", "THIRD_PARTY_AUTH_ERROR", "UNAUTHENTICATED" -> new Answer.Unreachable(reason);
            default -> HttpCaller.byStatus(answered, reason);
        };
    }

    private static Optional<String> errorCode(JsonNode error) {
        for (JsonNode detail : error.path("details")) {
            if (detail.hasNonNull("errorCode")) {
                return Optional.of(detail.get("errorCode").asText());
            }
        }
        return Optional.empty();
    }
}
