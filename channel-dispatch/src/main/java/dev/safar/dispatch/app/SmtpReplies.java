package dev.safar.dispatch.app;

import dev.safar.dispatch.provider.Answer;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an SMTP server's refusal means: for this message alone, or for any. */
final class SmtpReplies {

    /** Of the account or the server, not of the message. */
    private static final Set<Integer> SERVER_TROUBLE = Set.of(421, 454, 530, 534, 535, 538);

    /** Of a mailbox, where no enhanced status code says otherwise. */
    private static final Set<Integer> MAILBOX_TROUBLE = Set.of(450, 452);

    /** Enhanced status code (RFC 3463); its second number tells what it is about. */
    private static final Pattern ENHANCED = Pattern.compile("^(?:4\\d\\d[ -])?4\\.(\\d{1,3})\\.\\d{1,3}\\b");

    /** Address, mailbox, policy. */
    private static final Set<String> ABOUT_THE_RECIPIENT = Set.of("1", "2", "7");

    private SmtpReplies() {}

    static Answer judge(int code, String reply) {
        String reason = "smtp " + code;
        if (SERVER_TROUBLE.contains(code)) {
            return new Answer.Unreachable(reason);
        }
        if (code >= 500) {
            return new Answer.Refused(reason);
        }
        return aboutTheRecipient(code, reply)
                ? new Answer.Deferred(reason)
                : new Answer.TryAgain(reason, Duration.ZERO);
    }

    private static boolean aboutTheRecipient(int code, String reply) {
        Matcher enhanced = ENHANCED.matcher(reply == null ? "" : reply);
        return enhanced.find() ? ABOUT_THE_RECIPIENT.contains(enhanced.group(1)) : MAILBOX_TROUBLE.contains(code);
    }
}
