package dev.safar.core.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The event that brings the answer of another system, or says that there was none. */
public final class CallAnswers {

    /** Its name. */
    public static final String EVENT = "Webhook Answered";

    /** The field that holds the HTTP status; 0 where no answer came. */
    public static final String STATUS = "status";

    /** The field that holds what was answered; absent where that is nothing that can be kept. */
    public static final String BODY = "body";

    /** What is read of it. */
    public static final Set<String> FIELDS = Set.of(ReceiptEvents.MESSAGE_ID, STATUS, BODY);

    private CallAnswers() {}

    /** The HTTP status; 0 where the event has none. */
    static int status(Map<String, Object> fields) {
        return fields.get(STATUS) instanceof Number status ? status.intValue() : 0;
    }

    static boolean isGood(int status) {
        return status >= 200 && status <= 299;
    }

    static Optional<Object> body(Map<String, Object> fields) {
        return Optional.ofNullable(fields.get(BODY)).filter(Values::isSmall);
    }
}
