package dev.safar.standalone.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.safar.standalone.mailbox.MailboxEntry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Firebase Cloud Messaging, HTTP v1: takes a notification for a device token and answers with its name. */
final class FcmApi implements ProviderApi {

    private static final Pattern SEND = Pattern.compile(".*/v1/projects/([^/]+)/messages:send");

    private final InstantSource clock;

    FcmApi(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean matches(String path) {
        return SEND.matcher(path).matches();
    }

    @Override
    public ProviderAnswer answer(ProviderRequest request) {
        JsonNode message = Json.read(request.body()).path("message");
        if (message.path("token").asText().isBlank()) {
            return ProviderAnswer.refusing(400, invalidArgument());
        }
        MailboxEntry entry = entry(request, message);
        Matcher path = SEND.matcher(request.uri().getPath());
        String project = path.matches() ? path.group(1) : "";
        String name = "projects/" + project + "/messages/" + entry.messageId();
        return new ProviderAnswer(200, Json.write(Map.of("name", name)), Optional.of(entry), Optional.empty());
    }

    private MailboxEntry entry(ProviderRequest request, JsonNode message) {
        JsonNode data = message.path("data");
        JsonNode notification = message.path("notification");
        return new MailboxEntry(
                "push",
                data.path("message_id").asText(),
                data.path("customer").asText(),
                data.path("journey").asText(),
                data.path("step").asText(),
                message.path("token").asText(),
                notification.path("title").asText(),
                notification.path("body").asText(),
                request.sentAt(clock));
    }

    private static String invalidArgument() {
        return Json.write(Map.of(
                "error",
                Map.of("code", 400, "message", "Recipient of the message is not set.", "status", "INVALID_ARGUMENT")));
    }
}
