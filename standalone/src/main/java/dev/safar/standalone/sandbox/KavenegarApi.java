package dev.safar.standalone.sandbox;

import dev.safar.standalone.mailbox.MailboxEntry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Kavenegar's {@code sms/send}: takes a message and answers 200, and delivers one that comes again under its {@code localid} no
 * second time. Its delivery reports are fetched, not sent.
 */
final class KavenegarApi implements ProviderApi {

    private static final Pattern SEND = Pattern.compile(".*/v1/[^/]+/sms/send\\.json");
    private static final int PARAMETERS_MISSING = 400;

    private final InstantSource clock;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    KavenegarApi(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean matches(String path) {
        return SEND.matcher(path).matches();
    }

    @Override
    public ProviderAnswer answer(ProviderRequest request) {
        Map<String, String> form = request.form();
        String receptor = form.getOrDefault("receptor", "");
        String message = form.getOrDefault("message", "");
        if (receptor.isBlank() || message.isBlank()) {
            return ProviderAnswer.refusing(
                    PARAMETERS_MISSING, answer(PARAMETERS_MISSING, "پارامترها ناقص هستند", List.of()));
        }
        String localId = form.getOrDefault("localid", "");
        MailboxEntry entry = new MailboxEntry("sms", localId, "", "", "", receptor, "", message, request.sentAt(clock));
        boolean isNew = localId.isEmpty() || taken.add(localId);
        return new ProviderAnswer(
                200,
                answer(200, "تایید شد", List.of(queued(entry))),
                isNew ? Optional.of(entry) : Optional.empty(),
                Optional.empty());
    }

    private static Map<String, Object> queued(MailboxEntry entry) {
        return Map.of(
                "messageid", Integer.toUnsignedLong(entry.messageId().hashCode()),
                "message", entry.text(),
                "status", 1,
                "statustext", "در صف ارسال",
                "receptor", entry.to(),
                "date", entry.sentAt().getEpochSecond(),
                "cost", 0);
    }

    private static String answer(int status, String message, List<Map<String, Object>> entries) {
        return Json.write(Map.of("return", Map.of("status", status, "message", message), "entries", entries));
    }
}
