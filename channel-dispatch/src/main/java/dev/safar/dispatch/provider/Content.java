package dev.safar.dispatch.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A message as the customer will see it. */
public sealed interface Content {

    /** An e-mail with its HTML and the same as text. */
    record Email(String subject, String text, String html) implements Content {}

    /** A text message. */
    record Sms(String text) implements Content {}

    /** A notification; {@code link} is where a tap leads. */
    record Push(String title, String body, Optional<String> link) implements Content {}

    /** A message in the shop's pages. */
    record InApp(String title, String text, Optional<String> link, Display display, Language language)
            implements Content {}

    /** How a message in the shop appears. */
    enum Display {
        /** In its place in the page. */
        INLINE,
        /** Over the page. */
        POPUP
    }

    /** BCP 47, empty if unknown, and the way it is written. */
    record Language(String locale, boolean rightToLeft) {}

    /** A call of another system: the fields of the JSON object that is posted. */
    record Call(Map<String, Object> fields) implements Content {

        public Call {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
