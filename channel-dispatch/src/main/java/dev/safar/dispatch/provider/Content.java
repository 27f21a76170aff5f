package dev.safar.dispatch.provider;

import java.util.Optional;

/** A message as the customer will see it. */
public sealed interface Content {

    /** An e-mail with its HTML and the same as text. */
    record Email(String subject, String text, String html) implements Content {}

    /** A text message. */
    record Sms(String text) implements Content {}

    /** A notification; {@code link} is where a tap leads. */
    record Push(String title, String body, Optional<String> link) implements Content {}
}
