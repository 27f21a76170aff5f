package dev.safar.standalone.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * An e-mail, read.
 *
 * @param html its HTML alternative, where it has one
 */
record ReceivedMail(MailboxEntry entry, Optional<String> html) {

    private static final Session SESSION = Session.getInstance(new Properties());

    /**
     * Reads an RFC 5322 message; what is missing is empty.
     *
     * @throws IOException if it is no such message
     */
    static ReceivedMail read(byte[] raw) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            Optional<String> html = body(mail, "text/html");
            String text =
                    body(mail, "text/plain").or(() -> html.map(PlainText::of)).orElse("");
            return new ReceivedMail(entry(mail, text), html);
        } catch (MessagingException e) {
            throw new IOException("not an e-mail", e);
        }
    }

    private static MailboxEntry entry(MimeMessage mail, String text) throws MessagingException {
        return new MailboxEntry(
                "email",
                messageId(mail),
                header(mail, "X-Safar-Customer"),
                header(mail, "X-Safar-Journey"),
                header(mail, "X-Safar-Step"),
                recipients(mail),
                Optional.ofNullable(mail.getSubject()).orElse(""),
                text.strip(),
                Optional.ofNullable(mail.getSentDate()).map(Date::toInstant).orElse(Instant.EPOCH));
    }

    /** {@code <id@safar>} without its frame. */
    private static String messageId(MimeMessage mail) throws MessagingException {
        String id = Optional.ofNullable(mail.getMessageID()).orElse("").replaceAll("[<>\\s]", "");
        int at = id.indexOf('@');
        return at < 0 ? id : id.substring(0, at);
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : readable(MimeUtility.unfold(values[0]));
    }

    /** What is not ASCII comes encoded as in a URL. */
    private static String readable(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static String recipients(MimeMessage mail) throws MessagingException {
        return Optional.ofNullable(mail.getRecipients(Message.RecipientType.TO)).stream()
                .flatMap(Arrays::stream)
                .map(address ->
                        address instanceof InternetAddress internet ? internet.getAddress() : address.toString())
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = body(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
