package dev.safar.standalone.mailbox;

import java.time.Instant;

/**
 * A message as its receiver would see it.
 *
 * @param channel {@code email}, {@code sms} or {@code push}
 * @param to an address, a number, a device token
 * @param subjectOrTitle empty on an SMS
 * @param text without markup
 * @param sentAt by the sender's clock
 */
public record MailboxEntry(
        String channel,
        String messageId,
        String customer,
        String journey,
        String step,
        String to,
        String subjectOrTitle,
        String text,
        Instant sentAt) {}
